/** Who wants to be told when there are three librarians near a place. */
@NamedInterface("wish")
@NullMarked
package org.shelfmates.librarian.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
