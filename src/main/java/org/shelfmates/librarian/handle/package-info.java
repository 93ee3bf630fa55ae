/** Handles that change: the form, and the addresses of the handles before, which lead on. */
@NullMarked
package org.shelfmates.librarian.handle;

import org.jspecify.annotations.NullMarked;
