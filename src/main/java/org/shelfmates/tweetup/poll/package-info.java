/** Polls: when and where a tweetup should be, asked of everybody who might come. */
@NamedInterface("poll")
@NullMarked
package org.shelfmates.tweetup.poll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
