package org.shelfmates.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.notice.Outbox.KeptMail;
import org.shelfmates.web.Settings;
import org.springframework.mail.SimpleMailMessage;

class OutboxTest {

    @TempDir
    Path data;

    private Instant now = Instant.parse("2027-03-04T18:30:00Z");
    private Outbox outbox;

    @BeforeEach
    void open() {
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        outbox = new Outbox(new Settings(data, URI.create("http://localhost:8080"), null, true, true, false), clock);
    }

    private void send(String to, String subject, String text) {
        var mail = new SimpleMailMessage();
        mail.setFrom("noreply@example.org");
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText(text);
        outbox.send(mail);
    }

    @Test
    void anOutboxThatNobodyUsedIsEmpty() throws IOException {
        assertThat(outbox.newest()).isEmpty();
    }

    @Test
    void aMailIsKeptWholeAsAFileThatMailProgramsOpen() throws IOException {
        send("cerys@example.org", "Bore da, Siân", "Hello\n\nTŷ'r llyfr\n");

        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).matches("\\d+-[0-9a-f]{8}\\.eml");
                assertThat(Files.readString(file)).contains("To: cerys@example.org", "Message-ID:");
            });
        }
        assertThat(outbox.newest()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("cerys@example.org");
            assertThat(mail.subject()).isEqualTo("Bore da, Siân");
            assertThat(mail.text().lines()).containsExactly("Hello", "", "Tŷ'r llyfr");
            assertThat(mail.keptAt()).isEqualTo(now);
        });
    }

    @Test
    void theNewestComesFirst() throws IOException {
        for (String subject : List.of("one", "two", "three")) {
            send("cerys@example.org", subject, "");
            now = now.plusMillis(1);
        }

        assertThat(outbox.newest()).extracting(KeptMail::subject).containsExactly("three", "two", "one");
    }

    @Test
    void whatIsStillBeingWrittenOrIsNoMailOfOursIsNotListed() throws IOException {
        send("cerys@example.org", "one", "");
        Files.writeString(data.resolve("mail/1804185000000-01234567.part"), "Subject: half");
        Files.writeString(data.resolve("mail/notes.txt"), "Subject: notes");
        Files.writeString(data.resolve("mail/notes.eml"), "Subject: notes");

        assertThat(outbox.newest()).extracting(KeptMail::subject).containsExactly("one");
    }

    @Test
    void aMailIsFoundByItsName() throws IOException {
        send("cerys@example.org", "one", "");

        String name = outbox.newest().get(0).name();

        assertThat(outbox.byName(name)).get().extracting(KeptMail::subject).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "../secret",
                "../mail/1804185000000-01234567",
                "1804185000000-01234567/../secret",
                "1804185000000-0123456G",
                "1804185000001-01234567"
            })
    void aMadeUpNameFindsNothing(String name) throws IOException {
        Files.createDirectories(data.resolve("mail"));
        Files.writeString(data.resolve("secret.eml"), "To: a@example.org\nSubject: secret\n\nsecret");
        Files.writeString(data.resolve("mail/secret.eml"), "To: a@example.org\nSubject: secret\n\nsecret");
        Files.writeString(data.resolve("mail/1804185000000-01234567.eml"), "To: a@example.org\nSubject: x\n\nx");

        assertThat(outbox.byName(name)).isEmpty();
    }

    @Test
    void addressesInATextAreLinksAndTheRestIsText() {
        var mail = new KeptMail("x", "", "", now, "Open http://localhost:8080/a?b=c\n\nor https://example.org/ now");

        assertThat(mail.parts())
                .containsExactly(
                        new KeptMail.Part("Open ", false),
                        new KeptMail.Part("http://localhost:8080/a?b=c", true),
                        new KeptMail.Part("\n\nor ", false),
                        new KeptMail.Part("https://example.org/", true),
                        new KeptMail.Part(" now", false));
    }

    @Test
    void aTextWithoutAddressesIsOnePiece() {
        var mail = new KeptMail("x", "", "", now, "javascript:alert(1)");

        assertThat(mail.parts()).containsExactly(new KeptMail.Part("javascript:alert(1)", false));
    }
}
