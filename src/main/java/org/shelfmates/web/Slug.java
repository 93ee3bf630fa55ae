package org.shelfmates.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they stand in addresses and tags: letters and digits in lower case without accents, joined by hyphens. */
public final class Slug {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    /**
     * For tags, which are stored so: letters of their own, such as ß and ł, stay as they are.
     *
     * @return empty when there is no letter or digit in it
     */
    public static String of(String words) {
        String plain = ACCENTS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("");
        String joined = BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return ENDS.matcher(joined).replaceAll("");
    }

    /** For addresses: in {@link PlainLetters} of ASCII only, and cut at {@code longest} characters, between words where it can be. */
    public static String ascii(String words, int longest) {
        String slug = ENDS.matcher(NOT_ASCII.matcher(PlainLetters.of(words)).replaceAll("-"))
                .replaceAll("");
        if (slug.length() <= longest) {
            return slug;
        }
        int cut = slug.lastIndexOf('-', longest);
        return slug.substring(0, cut > 0 ? cut : longest);
    }
}
