/** Mails from notices: written, sent, tried again, and given up for an administrator to see. */
@NullMarked
package org.shelfmates.notice.post;

import org.jspecify.annotations.NullMarked;
