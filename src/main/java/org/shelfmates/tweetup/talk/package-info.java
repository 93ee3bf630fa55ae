/** Comments by people without an account. */
@NamedInterface("talk")
@NullMarked
package org.shelfmates.tweetup.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
