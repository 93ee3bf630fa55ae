/** Mails of the day and of the week: what waited for them, and what is new near their reader, in their groups, from whom they follow. */
@NullMarked
package org.shelfmates.notice.digest;

import org.jspecify.annotations.NullMarked;
