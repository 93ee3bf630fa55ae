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
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files as people upload them, and as people with bad intentions do. */
public final class Photos {

    /** Of 60 by 40 pixels, red on the left and blue on the right; lossy. */
    public static final byte[] WEBP = HexFormat.of()
            .parseHex("52494646840000005745425056503820780000009006009d012a3c0028003e6d349547242322212aa800800d89"
                    + "6300d0c9003f0034c07e005180fc00ad00fe019401fa0004915576a63a3d4b270b253e0000fef09b416985247b"
                    + "5d791dbf203fe407ffc7ce6b689a68d10db99573a1919a2b43555d4bcbaea57a45b0f4d0e81e8f4ff5a967f190"
                    + "1f6c940000");

    /** The same without loss. */
    public static final byte[] WEBP_WITHOUT_LOSS = HexFormat.of()
            .parseHex("524946462a000000574542505650384c1d0000002f3bc009000f10f3bffff31f0e08b38d6a76fe5453b86744ff"
                    + "a31afc0600");

    /** Of 60 by 40 pixels, a red that one can see through: with a canvas and a frame. */
    public static final byte[] WEBP_WITH_CANVAS = HexFormat.of()
            .parseHex("524946467e00000057454250565038580a000000100000003b0000270000414c504810000000010750c0880800"
                    + "09e1ff7a31a2ffa90f5650382048000000f003009d012a3c0028003e6d369849242322a122a800800d896700d4"
                    + "f6807e0000151a631c3e0cc000fef09b43fff20b96175c8d7fff203fe407fc80fff8f7c50d8ab0c800000000");

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

    /** As sites write it: first coarse, then finer. */
    public static byte[] progressive(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(redAndBlue(width, height), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG whose first scan has one of its three colours; the others are missing. */
    public static byte[] colourAfterColour(int width, int height) {
        byte[] jpeg = jpeg(width, height);
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        byte[] header = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        return joined(
                java.util.Arrays.copyOf(jpeg, scan),
                header,
                java.util.Arrays.copyOfRange(jpeg, scan + 14, jpeg.length));
    }

    /** The same file with another size in its header. */
    public static byte[] jpegThatClaims(byte[] jpeg, int width, int height) {
        byte[] claims = jpeg.clone();
        int frame = Math.max(
                new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0\0"),
                new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C2\0"));
        ByteBuffer.wrap(claims).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return claims;
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
