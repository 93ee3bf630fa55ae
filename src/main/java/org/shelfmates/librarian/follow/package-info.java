/** Who follows whom: following and unfollowing, and the lists of both on every profile. */
@NamedInterface("follow")
@NullMarked
package org.shelfmates.librarian.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
