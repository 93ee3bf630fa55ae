package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.web.Settings;

class OwnWordsTest {

    private static final SecretLinks SECRETS = new SecretLinks(
            new Settings(Path.of("data"), URI.create("https://shelfmates.example"), null, false, false, false, 60));

    /** What programs make of an answer, in {@code answers/plain.txt}: after a name the mail, and then what is left of it. */
    static Stream<Arguments> answers() throws IOException {
        try (InputStream file = OwnWordsTest.class.getResourceAsStream("/answers/plain.txt")) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^### (?!=)")).skip(1).map(OwnWordsTest::answer).toList().stream();
        }
    }

    private static Arguments answer(String section) {
        int nameEnd = section.indexOf('\n');
        String[] mail = section.substring(nameEnd + 1).split("(?m)^### =\n", -1);
        return Arguments.of(section.substring(0, nameEnd), mail[0], mail[1].strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void whatIsAnsweredAndSignaturesAreLeftOut(String name, String mail, String own) {
        assertThat(OwnWords.of(mail, SECRETS::in)).isEqualTo(own);
        assertThat(OwnWords.of(mail.replace("\n", "\r\n"), SECRETS::in)).isEqualTo(own);
    }

    @Test
    void whatNoCommentMayContainIsLeftOut() {
        assertThat(OwnWords.of("one\u0000 \u0007two\ttabs\uFEFF\uFFFF \uD800three", SECRETS::in))
                .isEqualTo("one two\ttabs three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                ">",
                "On 1 ",
                "a@",
                "<a@b> ",
                "- ",
                "-----A",
                "From: a\nTo: b\n",
                "wrote: ",
                "https://shelfmates.example/",
                "https://shelfmates.example/a-",
                "https://shelfmates.example=A",
                "Van: a@b\n",
                "\n",
                "\n\n> x\nOn 1 <a@b>:\n"
            })
    void mailsThatAreMadeToBeSlowAreNot(String part) {
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> OwnWords.of(part.repeat(1_000_000 / part.length()), SECRETS::in));
    }
}
