/** What becomes of comments after they are posted: edited, with their history, and deleted. */
@NullMarked
package org.shelfmates.conversation.edit;

import org.jspecify.annotations.NullMarked;
