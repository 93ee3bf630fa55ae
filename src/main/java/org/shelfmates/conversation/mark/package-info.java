/** What is said of comments by one press: reactions, that something is asked, and what answers it. */
@NullMarked
package org.shelfmates.conversation.mark;

import org.jspecify.annotations.NullMarked;
