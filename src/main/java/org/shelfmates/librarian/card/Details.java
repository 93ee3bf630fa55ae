package org.shelfmates.librarian.card;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole card tells. A part that whoever looks may not see is empty.
 *
 * @param languages ISO 639-1
 * @param audiences who sees what, for the card's librarian alone
 * @param hidden from strangers and search engines
 */
public record Details(
        String pronouns,
        @Nullable Stage stage,
        List<String> languages,
        List<Offer> offers,
        String lookingFor,
        List<Link> links,
        Audiences audiences,
        boolean hidden) {

    public List<String> languageNames(Locale reader) {
        return Languages.names(languages, reader);
    }
}
