/** What becomes of comments after they are posted: edited, with their history, and deleted. */
@NamedInterface("edit")
@NullMarked
package org.shelfmates.conversation.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
