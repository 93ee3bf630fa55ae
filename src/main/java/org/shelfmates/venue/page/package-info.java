/** A venue's page: what is known of it, who says that it is right, and whom to ask. */
@NullMarked
package org.shelfmates.venue.page;

import org.jspecify.annotations.NullMarked;
