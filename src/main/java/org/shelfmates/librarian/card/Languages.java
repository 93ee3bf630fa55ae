package org.shelfmates.librarian.card;

import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shelfmates.web.Slug;

/** The languages of ISO 639-1, by their two letters, and by their names in any language that this site speaks, or their own. */
public final class Languages {

    public static final int MOST = 12;

    private static final Pattern SEPARATORS = Pattern.compile("[,;\n]");
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("cy"));

    /** Each once: Java has the withdrawn iw, in and ji beside he, id and yi. */
    private static final List<String> CODES = Stream.of(Locale.getISOLanguages())
            .map(code -> Locale.forLanguageTag(code).getLanguage())
            .distinct()
            .sorted()
            .toList();

    private static final Map<String, String> BY_NAME = names();

    private Languages() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            Locale language = Locale.forLanguageTag(code);
            Stream.concat(SPOKEN.stream(), Stream.of(language))
                    .map(language::getDisplayLanguage)
                    .forEach(name -> names.putIfAbsent(Slug.of(name), code));
        }
        for (String code : Locale.getISOLanguages()) {
            names.putIfAbsent(code, Locale.forLanguageTag(code).getLanguage());
        }
        return names;
    }

    /** @param unknown the first name that means no language, where there is one */
    public record Typed(List<String> codes, Optional<String> unknown) {}

    /** @param typed names or codes, with commas between them */
    public static Typed parse(String typed) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : SEPARATORS.split(typed)) {
            String code = BY_NAME.get(Slug.of(name));
            if (code != null) {
                codes.add(code);
            } else if (!name.isBlank()) {
                return new Typed(List.of(), Optional.of(name.strip()));
            }
        }
        return new Typed(new ArrayList<>(codes), Optional.empty());
    }

    /** What a language is called in another, or its code where that is not known. */
    public static String name(String code, Locale reader) {
        return Locale.forLanguageTag(code).getDisplayLanguage(reader);
    }

    /** Their names, in the order in which they were named. */
    public static List<String> names(List<String> codes, Locale reader) {
        return codes.stream().map(code -> name(code, reader)).toList();
    }

    /** Every name in a reader's language, in its order, for a list to choose from. */
    public static List<String> all(Locale reader) {
        return CODES.stream()
                .map(code -> name(code, reader))
                .filter(name -> name.length() > 2)
                .sorted(Collator.getInstance(reader))
                .toList();
    }
}
