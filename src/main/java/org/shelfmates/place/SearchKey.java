package org.shelfmates.place;

import java.text.Normalizer;
import java.util.Map;

/**
 * What names are compared by: letters and digits in lower case, without accents, one space between words. {@code Llan-fair
 * PG} and {@code llanfair pg} differ, {@code Kraków} and {@code krakow} do not.
 */
final class SearchKey {

    /** Letters that Unicode does not take apart into a letter and an accent. */
    private static final Map<Character, String> SPELT = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ŋ', "ng"),
            Map.entry('ə', "e"));

    private static final char ASCII_END = 0x80;

    private SearchKey() {}

    static String of(String name) {
        String apart = Normalizer.isNormalized(name, Normalizer.Form.NFKD)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder(apart.length());
        boolean between = false;
        for (int at = 0; at < apart.length(); at++) {
            char letter = Character.toLowerCase(apart.charAt(at));
            if (isAccent(letter)) {
                continue;
            }
            if (!Character.isLetterOrDigit(letter)) {
                between = key.length() > 0;
                continue;
            }
            if (between) {
                key.append(' ');
                between = false;
            }
            key.append(
                    letter < ASCII_END ? String.valueOf(letter) : SPELT.getOrDefault(letter, String.valueOf(letter)));
        }
        return key.toString();
    }

    private static boolean isAccent(char letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.MODIFIER_LETTER;
    }
}
