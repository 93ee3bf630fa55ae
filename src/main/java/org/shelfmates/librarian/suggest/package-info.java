/** Whom to meet: suggestions with their reasons, and once a week somebody new. */
@NamedInterface("suggest")
@NullMarked
package org.shelfmates.librarian.suggest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
