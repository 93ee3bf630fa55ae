/** The board of a group: what members ask, offer and tell each other, each with a conversation. */
@NamedInterface("board")
@NullMarked
package org.shelfmates.group.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
