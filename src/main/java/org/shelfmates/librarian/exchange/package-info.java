/** Who has a private conversation with whom. What is said there, and its page, is module {@code exchange}. */
@NamedInterface("exchange")
@NullMarked
package org.shelfmates.librarian.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
