/** One's own library card: its form, its picture, and suggestions for what is typed into it. */
@NullMarked
package org.shelfmates.librarian.edit;

import org.jspecify.annotations.NullMarked;
