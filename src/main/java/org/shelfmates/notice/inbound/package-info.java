/** Mails that come in: answers, which become comments, and news of mails that did not arrive or were not wanted. */
@NullMarked
package org.shelfmates.notice.inbound;

import org.jspecify.annotations.NullMarked;
