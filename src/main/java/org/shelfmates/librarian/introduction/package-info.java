/** Introductions: people who do not know each other are asked, and nothing happens until both say yes. */
@NamedInterface("introduction")
@NullMarked
package org.shelfmates.librarian.introduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
