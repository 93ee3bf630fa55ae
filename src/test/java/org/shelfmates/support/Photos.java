package org.shelfmates.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Picture files as people upload them, and as people with bad intentions do. */
public final class Photos {

    private Photos() {}

    /** Red on its left half, blue on its right. */
    public static BufferedImage redAndBlue(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(int width, int height) {
        return file(redAndBlue(width, height), "jpeg");
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG that says how the camera was held, which camera it was, and where: {@code 51/1} degrees north. */
    public static byte[] fromACamera(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(120);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x010F, 2, 10, 50); // Make, at 50
        entry(exif, 0x0112, 3, 1, orientation << 16);
        entry(exif, 0x8825, 4, 1, 60); // the GPS directory, at 60
        exif.putInt(0);
        exif.put("Spycamera\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 2);
        entry(exif, 1, 2, 2, 'N' << 24);
        entry(exif, 2, 5, 1, 90);
        exif.putInt(0);
        exif.putInt(51).putInt(1);
        byte[] segment = new byte[4 + exif.position()];
        ByteBuffer.wrap(segment)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.position() + 2))
                .put(exif.array(), 0, exif.position());
        return joined(java.util.Arrays.copyOf(jpeg, 2), segment, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Some bytes that say that they are a picture of a size that no memory holds. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] png = file(redAndBlue(2, 2), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    /** A JPEG whose one scan comes again and again. */
    public static byte[] withScans(int scans) {
        byte[] jpeg = jpeg(64, 64);
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, scan);
        for (int i = 0; i < scans; i++) {
            bytes.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
