package org.shelfmates.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The chunks of a WebP file, read without decoding it. The canvas that it announces and the frames in it each have a size of
 * their own, and memory is taken for what the frames say.
 */
final class Webp {

    private static final int CANVAS = id("VP8X");
    private static final int LOSSY = id("VP8 ");
    private static final int LOSSLESS = id("VP8L");
    private static final int FRAME = id("ANMF");
    private static final int HEADER = 12;
    private static final int FRAME_HEADER = 16;

    private final ByteBuffer file;
    private long pixels;

    /** @param file that begins as a WebP file does */
    Webp(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            chunks(HEADER, file.length);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // it ends too early, and whoever reads it will say so
        }
    }

    private static int id(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }

    private void chunks(long from, long end) {
        long at = from;
        while (at + 8 <= end) {
            int id = file.getInt((int) at);
            long size = file.getInt((int) at + 4) & 0xFFFFFFFFL;
            int content = (int) at + 8;
            if (id == CANVAS) {
                size(1 + three(content + 4), 1 + three(content + 7));
            } else if (id == LOSSY) {
                size(file.getShort(content + 6) & 0x3FFF, file.getShort(content + 8) & 0x3FFF);
            } else if (id == LOSSLESS) {
                int both = file.getInt(content + 1);
                size(1 + (both & 0x3FFF), 1 + (both >>> 14 & 0x3FFF));
            } else if (id == FRAME) {
                size(1 + three(content + 6), 1 + three(content + 9));
                chunks(content + FRAME_HEADER, Math.min(end, content + size));
            }
            at = content + size + (size & 1);
        }
    }

    private int three(int at) {
        return file.getShort(at) & 0xFFFF | (file.get(at + 2) & 0xFF) << 16;
    }

    private void size(long width, long height) {
        pixels = Math.max(pixels, width * height);
    }

    /** Of the largest canvas or frame in it. */
    long pixels() {
        return pixels;
    }
}
