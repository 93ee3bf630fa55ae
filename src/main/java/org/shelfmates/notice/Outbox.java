package org.shelfmates.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Where there is no mail server: mails are kept as {@code .eml} files (RFC 5322) under the data directory. */
@Component
@ConditionalOnExpression("'${spring.mail.host:}'.isBlank()")
class Outbox extends JavaMailSenderImpl {

    private static final Pattern NAME = Pattern.compile("\\d{13,16}-[0-9a-f]{8}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final int SHOWN = 100;

    private final Path directory;
    private final Clock clock;

    Outbox(Settings settings, Clock clock) {
        this.directory = settings.dataDir().resolve("mail");
        this.clock = clock;
    }

    /** @param text empty when it has none */
    record KeptMail(String name, String to, String subject, Instant keptAt, String text) {

        /** A piece of the text, or an address in it that one can follow. */
        record Part(String text, boolean link) {}

        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            Matcher link = LINK.matcher(text);
            int end = 0;
            while (link.find()) {
                parts.add(new Part(text.substring(end, link.start()), false));
                parts.add(new Part(link.group(), true));
                end = link.end();
            }
            parts.add(new Part(text.substring(end), false));
            return parts;
        }
    }

    @Override
    protected void doSend(MimeMessage[] mails, Object @Nullable [] originals) {
        for (MimeMessage mail : mails) {
            try {
                keep(mail);
            } catch (IOException | MessagingException e) {
                throw new MailSendException("the mail could not be kept in " + directory, e);
            }
        }
    }

    private void keep(MimeMessage mail) throws IOException, MessagingException {
        Files.createDirectories(directory);
        String id = mail.getMessageID();
        mail.saveChanges();
        if (id != null) {
            mail.setHeader("Message-ID", id); // as a mail server would leave it
        }
        String name = clock.millis() + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path unfinished = directory.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            mail.writeTo(out);
        }
        Files.move(unfinished, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @return the plain text, which comes first of several forms; empty when there is none */
    private static String text(Object content) throws IOException, MessagingException {
        Object first = content instanceof Multipart forms ? forms.getBodyPart(0).getContent() : content;
        return first instanceof String text ? text : "";
    }

    /** The newest mails, newest first. */
    List<KeptMail> newest() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".eml"))
                    .map(file -> file.substring(0, file.length() - ".eml".length()))
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .flatMap(name -> byName(name).stream())
                    .toList();
        }
    }

    Optional<KeptMail> byName(String name) {
        Path file = directory.resolve(name + ".eml");
        if (!NAME.matcher(name).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            var mail = new MimeMessage((Session) null, in);
            Instant keptAt = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
            String to = Stream.of(mail.getAllRecipients())
                    .map(Object::toString)
                    .findFirst()
                    .orElse("");
            return Optional.of(new KeptMail(name, to, mail.getSubject(), keptAt, text(mail.getContent())));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("unreadable mail " + file, e);
        }
    }
}
