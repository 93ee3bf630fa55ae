package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTextTest {

    private static String text(String mail, Charset charset) throws Exception {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(charset);
        return BodyText.of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)))
                .replace("\r\n", "\n")
                .strip();
    }

    private static String text(String mail) throws Exception {
        return text(mail, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "iso-8859-1, ISO-8859-1",
        "windows-1252, windows-1252",
        "us-ascii, UTF-8",
        "us-ascii, ISO-8859-1",
        "x-made-up, UTF-8",
        "'', UTF-8",
        "x-made-up, ISO-8859-1"
    })
    void itIsReadWhateverTheMailSaysOfItsLetters(String said, String is) throws Exception {
        assertThat(text(
                        "Content-Type: text/plain; charset=" + said + "\n\nÂ'i dŷ".replace("ŷ", "ÿ"),
                        Charset.forName(is)))
                .isEqualTo("Â'i dÿ");
    }

    @Test
    void quotedPrintableAndBase64AreDecoded() throws Exception {
        assertThat(text("""
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Caf=C3=A9 and so=
                 on""")).isEqualTo("Café and so on");
        assertThat(text("""
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                Q2Fmw6k=""")).isEqualTo("Café");
    }

    @Test
    void flowedLinesAreJoinedWithinOneDepthOfQuotes() throws Exception {
        assertThat(text("""
                Content-Type: text/plain; charset=utf-8; format=flowed

                One line that \n\
                goes on.
                 >not a quote
                > quoted and \n\
                > going on
                Own again \n\
                > quoted
                --\s
                Tom""")).isEqualTo("""
                One line that goes on.
                >not a quote
                > quoted and going on
                Own again\s
                > quoted
                --\s
                Tom""");
        assertThat(text("Content-Type: text/plain; format=flowed; delsp=yes\n\nta \nble"))
                .isEqualTo("table");
    }

    @Test
    void ofSeveralFormsThePlainOneIsReadUnlessItSaysNothing() throws Exception {
        String mail = """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                %s
                --b
                Content-Type: text/html

                <p>Rich</p>
                --b--
                """;
        assertThat(text(mail.formatted("Plain"))).isEqualTo("Plain");
        assertThat(text(mail.formatted("  "))).isEqualTo("Rich");
    }

    @Test
    void attachmentsAndForwardedMailsAreLeftOut() throws Exception {
        assertThat(text("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Before
                --b
                Content-Type: text/plain; name=notes.txt
                Content-Disposition: attachment; filename=notes.txt

                Notes
                --b
                Content-Type: message/rfc822

                Subject: Other

                Forwarded
                --b
                Content-Type: text/plain

                After
                --b--
                """).replaceAll("\\s+", " ")).isEqualTo("Before After");
    }

    @Test
    void htmlAloneIsReadWithItsQuotesMarked() throws Exception {
        String text = text("""
                Content-Type: text/html; charset=utf-8

                <html><head><title>T</title><style>p { color: red }</style></head><body>
                <div dir="ltr">Yes &amp; <b>thank</b> you &#128522;<br>Second<script>alert(1)</script> line</div>
                <ul><li>one</li><li>two</li></ul>
                <div class="gmail_quote">On Mon, 22 Nov 2027 at 08:00, Shelfmates &lt;noreply@shelfmates.example&gt; wrote:<br>
                <blockquote><p>Who comes?</p><p>Say</p></blockquote></div></body></html>""");

        assertThat(text).contains("> Who comes?").doesNotContain("color", "alert", "</", "<p");
        assertThat(OwnWords.of(text, line -> false)).isEqualTo("Yes & thank you 😊\nSecond line\n- one\n- two");
    }

    @Test
    void htmlByOutlookEndsAtItsRuleOrItsHeaders() throws Exception {
        String html =
                "Content-Type: text/html; charset=utf-8\n\n<body><p>Tuesday.</p><p>&nbsp;</p>%s<div><p><b>From:</b> Shelfmates"
                        + " &lt;noreply@shelfmates.example&gt;<br><b>Sent:</b> 22 November 2027<br><b>To:</b> Tom<br>"
                        + "<b>Subject:</b> Re: Tea</p></div><p>Which day?</p></body>";

        assertThat(OwnWords.of(text(html.formatted("")), line -> false)).isEqualTo("Tuesday.");
        assertThat(OwnWords.of(text(html.formatted("<hr tabindex='-1'>")), line -> false))
                .isEqualTo("Tuesday.");
    }

    @Test
    void nestingWithoutEndIsNotFollowed() throws Exception {
        var mail = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(text(mail + "Content-Type: text/plain\n\nDeep")).isEmpty();
        assertThat(text("Content-Type: text/html\n\n" + "<blockquote>".repeat(50_000) + "Deep"))
                .isNotNull();
    }
}
