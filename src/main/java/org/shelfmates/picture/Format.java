package org.shelfmates.picture;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are read, told by how a file begins and not by its name, which anybody can choose. */
enum Format {
    JPEG("FFD8FF", ""),
    PNG("89504E470D0A1A0A", ""),
    GIF("47494638", ""),
    WEBP("52494646", "57454250");

    /** Behind the beginning and four bytes of length. */
    private static final int FURTHER_AT = 8;

    private final byte[] beginning;
    private final byte[] further;

    Format(String beginning, String further) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.further = HexFormat.of().parseHex(further);
    }

    static Optional<Format> of(byte[] file) {
        return Stream.of(values())
                .filter(format -> has(file, 0, format.beginning) && has(file, FURTHER_AT, format.further))
                .findFirst();
    }

    private static boolean has(byte[] file, int at, byte[] mark) {
        return mark.length == 0
                || file.length > at + mark.length && Arrays.equals(mark, 0, mark.length, file, at, at + mark.length);
    }
}
