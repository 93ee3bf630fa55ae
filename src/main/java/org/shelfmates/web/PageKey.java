package org.shelfmates.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins: the sort key of the last row shown, as one opaque word for the address.
 *
 * @param parts the sort key's columns, in the order of the list's {@code order by}
 */
public record PageKey(List<String> parts) {

    private static final String SEPARATOR = "~";

    public static PageKey of(Object... parts) {
        return new PageKey(List.of(parts).stream().map(Object::toString).toList());
    }

    /**
     * @param size how many columns the list is sorted by
     * @return null for the first page
     * @throws BadRequestException when no page of ours can have sent it
     */
    public static @Nullable PageKey parse(@Nullable String word, int size) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            PageKey key = new PageKey(List.of(text.split(SEPARATOR, -1)));
            if (key.parts.size() == size) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // made up: answered below like one of the wrong size
        }
        throw new BadRequestException("page key");
    }

    public long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException e) {
            throw new BadRequestException("page key");
        }
    }

    public double decimal(int part) {
        try {
            double value = Double.parseDouble(parts.get(part));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new BadRequestException("page key");
    }

    /** @return an instant that {@link #of} got as {@code Instant.toString()} */
    public Instant instant(int part) {
        try {
            Instant instant = Instant.parse(parts.get(part));
            if (Math.abs(instant.getEpochSecond())
                    < 60_000_000_000L) { // within 1900 years of 1970, as PostgreSQL can keep
                return instant;
            }
        } catch (java.time.DateTimeException e) {
            // answered below
        }
        throw new BadRequestException("page key");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
