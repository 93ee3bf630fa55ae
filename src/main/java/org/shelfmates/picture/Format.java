package org.shelfmates.picture;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are read, told by how a file begins and not by its name, which anybody can choose. */
enum Format {
    JPEG("FFD8FF"),
    PNG("89504E470D0A1A0A"),
    GIF("47494638");

    private final byte[] beginning;

    Format(String beginning) {
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    static Optional<Format> of(byte[] file) {
        return Stream.of(values())
                .filter(format -> file.length > format.beginning.length
                        && Arrays.equals(
                                format.beginning, 0, format.beginning.length, file, 0, format.beginning.length))
                .findFirst();
    }
}
