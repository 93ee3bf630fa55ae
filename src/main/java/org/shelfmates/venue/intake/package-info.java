/** Venues brought in from lists, and taken out as one: files of comma-separated values. */
@NullMarked
package org.shelfmates.venue.intake;

import org.jspecify.annotations.NullMarked;
