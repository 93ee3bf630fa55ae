package org.shelfmates.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.picture.PictureRefusedException.Reason;
import org.shelfmates.support.Photos;

class DrawingTest {

    private static final byte[] SCRIPT = "<script>alert('polyglot')</script>".getBytes(StandardCharsets.US_ASCII);

    private static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    }

    private static boolean isRed(Color color) {
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    private static String text(PreparedPicture.Drawn drawn) {
        return new String(drawn.jpeg(), StandardCharsets.ISO_8859_1);
    }

    private static Reason refusal(byte[] file) {
        var refused = catchThrowableOfType(PictureRefusedException.class, () -> Drawing.of(file));
        return refused == null ? null : Reason.valueOf(refused.code().replace("picture.refused.", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void picturesOfTheseFormatsAreTaken(String format) {
        PreparedPicture drawn = Drawing.of(Photos.file(Photos.redAndBlue(300, 200), format));

        assertThat(drawn.large().width()).isEqualTo(300);
        assertThat(drawn.large().height()).isEqualTo(200);
        BufferedImage large = Photos.read(drawn.large().jpeg());
        assertThat(isRed(at(large, 0.25, 0.5))).isTrue();
        assertThat(isRed(at(large, 0.75, 0.5))).isFalse();
    }

    static Stream<byte[]> webp() {
        return Stream.of(Photos.WEBP, Photos.WEBP_WITHOUT_LOSS, Photos.WEBP_WITH_CANVAS);
    }

    @ParameterizedTest
    @MethodSource("webp")
    void webPIsTakenTooLossyOrNot(byte[] file) {
        PreparedPicture drawn = Drawing.of(file);

        assertThat(drawn.large().width()).isEqualTo(60);
        assertThat(drawn.large().height()).isEqualTo(40);
        assertThat(at(Photos.read(drawn.large().jpeg()), 0.25, 0.5).getRed()).isGreaterThan(200);
        assertThat(new Webp(file).pixels()).isEqualTo(2_400);
    }

    @ParameterizedTest
    @MethodSource("webp")
    void aBrokenWebPIsRefusedAndNothingWorse(byte[] file) {
        for (int length = 0; length < file.length; length += 3) {
            assertThat(refusal(Arrays.copyOf(file, length))).isIn(null, Reason.KIND, Reason.BROKEN, Reason.PIXELS);
        }
        for (int at = 12; at < file.length; at++) {
            byte[] broken = file.clone();
            broken[at] = (byte) 0xE7;
            assertThat(refusal(broken)).as("byte " + at).isIn(null, Reason.BROKEN, Reason.PIXELS);
        }
    }

    @Test
    void aWebPWhoseFrameIsLargerThanItsCanvasIsJudgedByItsFrame() {
        byte[] file = Photos.WEBP_WITH_CANVAS.clone();
        int frame = new String(file, StandardCharsets.ISO_8859_1).indexOf("VP8 ") + 8;
        java.nio.ByteBuffer.wrap(file)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putShort(frame + 6, (short) 16_383)
                .putShort(frame + 8, (short) 16_383);

        assertThat(refusal(file)).isEqualTo(Reason.PIXELS);
    }

    @Test
    void whatItsReaderHoldsWholeMayHaveFewerPixels() {
        byte[] progressive = Photos.progressive(300, 200);
        byte[] byColours = Photos.colourAfterColour(60, 40);

        assertThat(new Jpeg(progressive).heldWhole()).isTrue();
        assertThat(new Jpeg(byColours).heldWhole()).isTrue();
        assertThat(new Jpeg(Photos.jpeg(300, 200)).heldWhole()).isFalse();
        assertThat(Drawing.of(progressive).large().width()).isEqualTo(300);
        assertThat(refusal(Photos.jpegThatClaims(progressive, 5_000, 3_201))).isEqualTo(Reason.PIXELS);
        assertThat(refusal(Photos.jpegThatClaims(byColours, 5_000, 3_201))).isEqualTo(Reason.PIXELS);
    }

    @Test
    void aPortraitIsTheSquareInTheMiddle() {
        PreparedPicture drawn = Drawing.portrait(Photos.jpeg(1_000, 500));

        assertThat(List.of(drawn.large().width(), drawn.large().height())).containsOnly(256);
        assertThat(List.of(drawn.small().width(), drawn.small().height())).containsOnly(96);
        BufferedImage small = Photos.read(drawn.small().jpeg());
        assertThat(isRed(at(small, 0.4, 0.5))).isTrue();
        assertThat(isRed(at(small, 0.6, 0.5))).isFalse();
        assertThat(Drawing.portrait(Photos.jpeg(50, 90)).large().height()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 5_200})
    void whatIsLargeIsMadeSmaller(int width) {
        PreparedPicture drawn = Drawing.of(Photos.jpeg(width, 2_600));

        assertThat(drawn.large().width()).isEqualTo(1_600);
        assertThat(drawn.large().height()).isEqualTo(1_600 * 2_600 / width);
        assertThat(drawn.small().width()).isEqualTo(480);
        assertThat(Photos.read(drawn.large().jpeg()).getHeight())
                .isEqualTo(drawn.large().height());
        assertThat(isRed(at(Photos.read(drawn.small().jpeg()), 0.25, 0.5))).isTrue();
    }

    @Test
    void aPictureStandsUprightAndForgetsWhereItWasTaken() {
        byte[] file = Photos.fromACamera(Photos.jpeg(400, 200), 6);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("Exif", "Spycamera");

        PreparedPicture drawn = Drawing.of(file);

        assertThat(drawn.large().width()).isEqualTo(200);
        assertThat(drawn.large().height()).isEqualTo(400);
        BufferedImage large = Photos.read(drawn.large().jpeg());
        assertThat(isRed(at(large, 0.5, 0.25))).isTrue();
        assertThat(isRed(at(large, 0.5, 0.75))).isFalse();
        assertThat(text(drawn.large())).doesNotContain("Exif", "Spycamera");
        assertThat(text(drawn.small())).doesNotContain("Exif", "Spycamera");
    }

    @Test
    void whatACameraSaysBrokenlyIsPassedOver() {
        byte[] file = Photos.fromACamera(Photos.jpeg(40, 20), 6);
        for (int at = 8; at < 100; at++) {
            byte[] broken = file.clone();
            broken[at] = (byte) 0xE7;
            assertThat(refusal(broken)).as("byte " + at).isIn(null, Reason.BROKEN);
        }
    }

    @Test
    void whatIsTransparentIsWhite() {
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

        PreparedPicture drawn = Drawing.of(Photos.file(clear, "png"));

        assertThat(at(Photos.read(drawn.large().jpeg()), 0.5, 0.5).getGreen()).isGreaterThan(250);
    }

    @Test
    void nothingOfAFileThatIsAPageAsWellIsKept() {
        byte[] jpeg = Photos.jpeg(20, 20);
        byte[] comment = Photos.joined(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (SCRIPT.length + 2)}, SCRIPT);
        byte[] both = Photos.joined(
                Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length), SCRIPT, SCRIPT);

        assertThat(text(Drawing.of(both).large())).doesNotContain("script", "alert");
    }

    static Stream<Arguments> bad() {
        byte[] png = Photos.file(Photos.redAndBlue(200, 200), "png");
        return Stream.of(
                Arguments.of("nothing", new byte[0], Reason.KIND),
                Arguments.of("a page", SCRIPT, Reason.KIND),
                Arguments.of("a drawing with script", "<svg/>".getBytes(StandardCharsets.US_ASCII), Reason.KIND),
                Arguments.of("a bitmap", Photos.file(Photos.redAndBlue(9, 9), "bmp"), Reason.KIND),
                Arguments.of("script", "GIF89a=1;alert(1)//".getBytes(StandardCharsets.US_ASCII), Reason.BROKEN),
                Arguments.of("half", Arrays.copyOf(png, png.length / 2), Reason.BROKEN),
                Arguments.of("a bomb", Photos.pngThatClaims(60_000, 60_000), Reason.PIXELS),
                Arguments.of("a bomb of no size", Photos.pngThatClaims(-1, -1), Reason.BROKEN),
                Arguments.of("scan after scan", Photos.withScans(33), Reason.BROKEN),
                Arguments.of("heavy", Photos.joined(Photos.jpeg(9, 9), new byte[Drawing.MOST_BYTES]), Reason.BYTES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatIsNoPictureIsRefused(String what, byte[] file, Reason reason) {
        assertThat(refusal(file)).as(what).isEqualTo(reason);
    }

    @Test
    void scansAreCountedWhateverStandsBetweenThem() {
        byte[] once = Photos.withScans(1);
        byte[] thrice = Photos.withScans(3);
        int scan = new String(thrice, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        byte[] littered = Photos.joined(
                Arrays.copyOf(thrice, scan),
                new byte[] {1, 2, (byte) 0xFF, 0, (byte) 0xFF, (byte) 0xD0, (byte) 0xFF},
                Arrays.copyOfRange(thrice, scan, thrice.length));

        assertThat(new Jpeg(once).scans()).isEqualTo(1);
        assertThat(new Jpeg(Photos.fromACamera(once, 1)).scans()).isEqualTo(1);
        assertThat(new Jpeg(littered).scans()).isEqualTo(3);
    }
}
