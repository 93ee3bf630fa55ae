package org.shelfmates.web;

import java.text.Normalizer;
import java.util.Map;

/**
 * Words in the letters that everybody can type: in lower case, without accents, and with the Latin letters that are none
 * of a to z spelt by them. Other scripts, digits and whatever stands between words stay.
 *
 * <p>The names and addresses of places are stored as this makes them. Making anything else of them takes a migration.
 */
public final class PlainLetters {

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

    private PlainLetters() {}

    /** @return such as {@code lodz} for {@code Łódź} and {@code strasse 2} for {@code Straße ②} */
    public static String of(String words) {
        String apart = Normalizer.isNormalized(words, Normalizer.Form.NFKD)
                ? words
                : Normalizer.normalize(words, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            char letter = Character.toLowerCase(apart.charAt(at));
            if (letter < ASCII_END) {
                plain.append(letter);
            } else if (!isAccent(letter)) {
                plain.append(SPELT.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return plain.toString();
    }

    private static boolean isAccent(char letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.MODIFIER_LETTER;
    }
}
