/** Whom librarians block: the blocked one sees and reaches nothing of theirs, which {@link org.shelfmates.librarian.Sight} sees to. */
@NullMarked
package org.shelfmates.librarian.block;

import org.jspecify.annotations.NullMarked;
