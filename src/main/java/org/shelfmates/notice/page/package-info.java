/** Notices on the site, and how each person is told of each kind. */
@NullMarked
package org.shelfmates.notice.page;

import org.jspecify.annotations.NullMarked;
