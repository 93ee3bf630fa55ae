package org.shelfmates.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.shelfmates.picture.PictureRefusedException.Reason;

/** Reads an uploaded file as carefully as one reads what a stranger hands over, and draws it anew. */
final class Drawing {

    static final int MOST_BYTES = 10 << 20;
    static final int MOST_BYTES_OF_A_PORTRAIT = 5 << 20;
    static final long MOST_PIXELS = 50_000_000;

    /** Of WebP, and of a JPEG that is {@link Jpeg#heldWhole}: the reader decodes the whole before it leaves out any of it. */
    static final long MOST_PIXELS_HELD_WHOLE = 16_000_000;

    /** Above it every second pixel of every second line is read: still more than the large size shows. */
    private static final long PIXELS_IN_MEMORY = 12_600_000;

    /** Three times what encoders write. */
    private static final int MOST_SCANS = 32;

    private static final float QUALITY = 0.85f;

    private Drawing() {}

    /** @throws PictureRefusedException when it is not a picture that we take */
    static PreparedPicture of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PictureRefusedException(Format.of(file).isEmpty() ? Reason.KIND : Reason.BYTES);
        }
        return drawn(file, Size.LARGE, Size.SMALL);
    }

    /**
     * The square in its middle.
     *
     * @throws PictureRefusedException when it is not a picture that we take
     */
    static PreparedPicture portrait(byte[] file) {
        if (file.length > MOST_BYTES_OF_A_PORTRAIT) {
            throw new PictureRefusedException(Format.of(file).isEmpty() ? Reason.KIND : Reason.PORTRAIT_BYTES);
        }
        return drawn(file, Size.CARD, Size.AVATAR);
    }

    private static PreparedPicture drawn(byte[] file, Size largeSize, Size smallSize) {
        Format format = Format.of(file).orElseThrow(() -> new PictureRefusedException(Reason.KIND));
        Jpeg jpeg = format == Format.JPEG ? new Jpeg(file) : null;
        if (jpeg != null && jpeg.scans() > MOST_SCANS) {
            throw new PictureRefusedException(Reason.BROKEN);
        }
        if (format == Format.WEBP && new Webp(file).pixels() > MOST_PIXELS_HELD_WHOLE) {
            throw new PictureRefusedException(Reason.PIXELS);
        }
        long most = jpeg != null && jpeg.heldWhole() ? MOST_PIXELS_HELD_WHOLE : MOST_PIXELS;
        try {
            BufferedImage whole = fitted(read(file, format, most), Size.LARGE);
            if (jpeg != null) {
                whole = upright(whole, jpeg.exif());
            }
            BufferedImage large = fitted(largeSize == Size.CARD ? middle(whole) : whole, largeSize);
            return new PreparedPicture(jpeg(large), jpeg(fitted(large, smallSize)));
        } catch (PictureRefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // the readers answer a file made to break them with all kinds of exceptions
            throw new PictureRefusedException(Reason.BROKEN);
        }
    }

    private static BufferedImage middle(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return onWhite(image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
    }

    /** In memory and never in files of its own; of a GIF the first frame. */
    private static BufferedImage read(byte[] file, Format format, long most) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // without metadata: that of a PNG may be compressed, and a bomb
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > most) {
                throw new PictureRefusedException(Reason.PIXELS);
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = pixels > PIXELS_IN_MEMORY ? 2 : 1;
            how.setSourceSubsampling(step, step, 0, 0);
            return onWhite(reader.read(0, how));
        } finally {
            reader.dispose();
        }
    }

    /** Turned as the camera was held. What cannot be read of that is left out: it is a picture all the same. */
    private static BufferedImage upright(BufferedImage image, byte @Nullable [] exif) {
        try {
            Orientation held = exif == null ? null : ExifUtils.getOrientationFromExif(exif);
            return held == null
                    ? image
                    : onWhite(ExifFilterUtils.getFilterForOrientation(held).apply(image));
        } catch (RuntimeException e) {
            return image;
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        var drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE); // drawing with a background would take two more copies
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return drawn;
    }

    /** Never made larger than it is. */
    private static BufferedImage fitted(BufferedImage image, Size size) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= size.pixels()
                ? image
                : Thumbnails.of(image)
                        .size(size.pixels(), size.pixels())
                        .imageType(BufferedImage.TYPE_INT_RGB)
                        .asBufferedImage();
    }

    private static PreparedPicture.Drawn jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return new PreparedPicture.Drawn(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
