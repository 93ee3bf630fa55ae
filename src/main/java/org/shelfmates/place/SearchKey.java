package org.shelfmates.place;

import org.shelfmates.web.PlainLetters;

/**
 * What names are compared by: letters and digits in lower case, without accents, one space between words. {@code Llan-fair
 * PG} and {@code llanfair pg} differ, {@code Kraków} and {@code krakow} do not.
 */
final class SearchKey {

    private SearchKey() {}

    static String of(String name) {
        String plain = PlainLetters.of(name);
        StringBuilder key = new StringBuilder(plain.length());
        boolean between = false;
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (!Character.isLetterOrDigit(letter)) {
                between = key.length() > 0;
                continue;
            }
            if (between) {
                key.append(' ');
                between = false;
            }
            key.append(letter);
        }
        return key.toString();
    }
}
