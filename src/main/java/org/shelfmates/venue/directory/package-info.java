/** Finding a venue: near a place, for so many people, by what it costs them. */
@NamedInterface("directory")
@NullMarked
package org.shelfmates.venue.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
