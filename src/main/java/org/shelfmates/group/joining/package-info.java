/** How people become members who cannot simply join: they ask, or are asked in by name or by a link. */
@NullMarked
package org.shelfmates.group.joining;

import org.jspecify.annotations.NullMarked;
