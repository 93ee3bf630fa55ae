package org.shelfmates.notice.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shelfmates.notice.DirectWriter.Written;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails that are no notices as text and HTML. There is nothing to stop: each answers what somebody did. */
@Component
class DirectLetterWriter {

    private final Envelopes envelopes;
    private final MessageSource messages;
    private final ITemplateEngine templates;

    DirectLetterWriter(Envelopes envelopes, MessageSource messages, ITemplateEngine templates) {
        this.envelopes = envelopes;
        this.messages = messages;
        this.templates = templates;
    }

    /**
     * What both forms say.
     *
     * @param paragraphs each of one or more lines; the link is one of them, and a button in HTML
     */
    record Content(String subject, List<List<String>> paragraphs, String open, String link, String why) {

        public boolean isLink(List<String> lines) {
            return lines.equals(List.of(link));
        }
    }

    MimeMessage write(Direct mail) throws MessagingException {
        Written written = mail.written();
        Locale language = written.language();
        String kind = "mail." + written.words();
        Object[] fill = written.fill().toArray();
        String text = messages.getMessage(kind + ".text", fill, language).strip();
        String standard = messages.getMessage("letter.why.direct", null, language);
        var content = new Content(
                messages.getMessage(kind + ".subject", fill, language),
                Stream.of(text.split("\\R\\R")).map(one -> one.lines().toList()).toList(),
                messages.getMessage(kind + ".open", null, language),
                written.link(),
                messages.getMessage(kind + ".why", null, standard, language));
        var envelope =
                new Envelopes.Envelope(mail.name(), mail.email(), language, content.subject(), null, null, null, null);
        String html = templates.process("notice/direct", new Context(language, Map.of("letter", content)));
        return envelopes.seal(envelope, Envelopes.parts(text + "\n\n-- \n" + content.why() + "\n", html));
    }
}
