/** Adding and correcting venues: their history, taking changes back, and merging two that are one. */
@NullMarked
package org.shelfmates.venue.edit;

import org.jspecify.annotations.NullMarked;
