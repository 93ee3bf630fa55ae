package org.shelfmates.notice.post;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Word;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes the mail of a notice: as text, as HTML and for the calendar, in the reader's language. It says which notice it is
 * of, so that the same mail sent twice is known as one; what thread it belongs to; and how to get no more of its kind.
 */
@Component
class LetterWriter {

    private final Envelopes envelopes;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Dates dates;
    private final ReplyAddresses replies;
    private final Settings settings;
    private final Clock clock;

    LetterWriter(
            Envelopes envelopes,
            MessageSource messages,
            ITemplateEngine templates,
            Dates dates,
            ReplyAddresses replies,
            Settings settings,
            Clock clock) {
        this.envelopes = envelopes;
        this.messages = messages;
        this.templates = templates;
        this.dates = dates;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What both forms of a mail say.
     *
     * @param paragraphs each of one or more lines
     * @param open address of what it is about, for a guest that of their own answer
     * @param release address that gives the place back, or null
     * @param answer that the mail can be answered, or null
     */
    record Content(
            String subject,
            List<List<String>> paragraphs,
            String openWords,
            String open,
            @Nullable String release,
            @Nullable String answer,
            String why,
            String stop,
            @Nullable String settings) {}

    MimeMessage write(Letter letter, LetterLinks.Links links) throws MessagingException {
        Content content = content(letter, links);
        Long answered = letter.answered();
        var envelope = new Envelopes.Envelope(
                letter.name(),
                letter.email(),
                letter.language(),
                content.subject(),
                listOf(letter),
                letter.subject().replace(':', '-'),
                answered == null ? null : letter.queue().name(answered),
                content.stop());
        MimeMessage mail = envelopes.seal(envelope, parts(letter, content));
        replies.write(mail, letter, links.reply());
        return mail;
    }

    private static String listOf(Letter letter) {
        return letter.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private MimeMultipart parts(Letter letter, Content content) throws MessagingException {
        MimeMultipart parts = Envelopes.parts(text(letter, content), html(letter, content));
        Letter.Event event = letter.kind().calendar() ? letter.event() : null;
        if (event != null) {
            String page = settings.absolute("/tweetups/" + event.id());
            String entry = CalendarEntry.of(event, letter.title(), page, envelopes.host(), clock.instant());
            var calendar = new MimeBodyPart();
            calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    entry.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=PUBLISH")));
            parts.addBodyPart(calendar);
        }
        return parts;
    }

    private Content content(Letter letter, LetterLinks.Links links) {
        String nobody = say(letter, "notice.nobody");
        Object[] words = Word.fill(
                letter.actor().isEmpty() ? nobody : letter.actor(),
                letter.title(),
                letter.words(),
                letter.language(),
                dates);
        boolean guest = letter.guestId() != null;
        String all = say(letter, letter.kind().messages() + ".text", words);
        return new Content(
                say(letter, letter.kind().messages() + ".subject", words),
                Stream.of(all.replace("\r\n", "\n").split("\n\n"))
                        .map(one -> one.lines().toList())
                        .toList(),
                say(letter, links.open() == null ? "letter.open" : "letter.private"),
                settings.absolute(links.open() == null ? letter.path() : links.open()),
                links.release() == null ? null : settings.absolute(links.release()),
                replies.answerable(letter) ? say(letter, "letter.answer") : null,
                guest
                        ? say(letter, "letter.why.guest")
                        : say(letter, "letter.why", say(letter, letter.kind().messages() + ".name")),
                settings.absolute(links.stop()),
                guest ? null : settings.absolute("/me/settings/notices"));
    }

    private String text(Letter letter, Content content) {
        var text = new StringBuilder();
        content.paragraphs()
                .forEach(lines -> text.append(String.join("\n", lines)).append("\n\n"));
        link(text, content.openWords(), content.open());
        if (content.release() != null) {
            link(text, say(letter, "letter.release"), content.release());
        }
        text.append("-- \n");
        if (content.answer() != null) {
            text.append(content.answer()).append("\n\n");
        }
        text.append(content.why()).append("\n\n");
        link(text, say(letter, "letter.stop"), content.stop());
        if (content.settings() != null) {
            link(text, say(letter, "letter.settings"), content.settings());
        }
        return text.toString();
    }

    private static void link(StringBuilder text, String words, String address) {
        text.append(words).append(":\n").append(address).append("\n\n");
    }

    private String html(Letter letter, Content content) {
        return templates.process("notice/letter", new Context(letter.language(), Map.of("letter", content)));
    }

    private String say(Letter letter, String message, Object... words) {
        return messages.getMessage(message, words, letter.language());
    }
}
