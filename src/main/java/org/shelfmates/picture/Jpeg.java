package org.shelfmates.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG file, read without decoding it. */
final class Jpeg {

    private static final int PROGRESSIVE = 0xC2;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APPLICATION = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private int components;
    private boolean heldWhole;
    private int scans;
    private byte @Nullable [] exif;

    /** @param file that begins with a JPEG's first marker */
    Jpeg(byte[] file) {
        this.file = file;
        int at = 2;
        while (at + 3 < file.length) {
            int marker = file[at + 1] & 0xFF;
            if (file[at] != (byte) 0xFF || marker == 0xFF) {
                at++; // decoders pass over what is no marker
            } else if (marker == END_OF_IMAGE) {
                break; // they go no further
            } else if (marker <= 1 || isRestart(marker)) {
                at += 2; // it has no length
            } else {
                at = segment(marker, at);
            }
        }
    }

    private int segment(int marker, int at) {
        int end = at + 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        if (isFrame(marker) && at + 9 < file.length) {
            heldWhole |= marker == PROGRESSIVE;
            components = Math.max(components, file[at + 9] & 0xFF);
        }
        if (marker == START_OF_SCAN) {
            heldWhole |= at + 4 < file.length && (file[at + 4] & 0xFF) < components;
            scans++;
            return endOfScan(end);
        }
        if (marker == APPLICATION && exif == null && end <= file.length) {
            byte[] content = Arrays.copyOfRange(file, at + 4, Math.max(at + 4, end));
            exif = Arrays.mismatch(EXIF, content) == EXIF.length ? content : null;
        }
        return end;
    }

    /** In a scan 0xFF is followed by 0 where it is data, and by a restart marker that belongs to it. */
    private int endOfScan(int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && !isRestart(next)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    /** The baseline, extended and progressive ones; no reader of ours takes the others. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= PROGRESSIVE;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /**
     * A progressive JPEG may have any number of scans, of a few bytes each, and every one costs the time of the whole
     * picture: ten megabytes can hold hours of work.
     */
    int scans() {
        return scans;
    }

    /**
     * Whether decoders keep all of it until its last scan, two bytes for each colour of each pixel, whatever is left out of
     * the picture that they make: it is progressive, or its colours come one after the other.
     */
    boolean heldWhole() {
        return heldWhole;
    }

    /** What the camera wrote of itself, beginning with the word Exif; null where there is nothing. */
    byte @Nullable [] exif() {
        return exif;
    }
}
