/** Programmes: cohorts such as cpd23, their things to do, and who belongs to them. */
@NullMarked
package org.shelfmates.librarian.programme;

import org.jspecify.annotations.NullMarked;
