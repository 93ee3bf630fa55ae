/** What a library card is made of besides words: its parts and who sees each, stage, offers, languages, links. */
@NullMarked
package org.shelfmates.librarian.card;

import org.jspecify.annotations.NullMarked;
