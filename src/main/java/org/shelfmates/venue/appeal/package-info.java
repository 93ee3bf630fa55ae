/** Venue appeals: "we need a room for 12 near the centre", for everybody to answer. */
@NamedInterface("appeal")
@NullMarked
package org.shelfmates.venue.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
