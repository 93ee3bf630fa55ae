package org.shelfmates.notice.inbound;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shelfmates.notice.inbound.Correspondents.Recipient;
import org.shelfmates.notice.post.Mailbag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reports of mails that did not arrive (RFC 3464) or that somebody called unwanted (RFC 5965): nothing more goes to their
 * address. Only a report that has the secret of a mail is believed, be it the address that the mail comes back to or a link
 * in its head, and only about the address that it went to. The numbers of our mails can be guessed, and nobody may keep
 * others from getting theirs.
 */
@Service
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private static final Pattern STOP_LINK = Pattern.compile("/unsubscribe/(?:digest/)?([\\w-]{32})>");
    private static final Pattern FOR_GOOD = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");

    /** The mailbox is full: that passes. */
    private static final String FULL = "5.2.2";

    private final Correspondents correspondents;
    private final Mailbag mailbag;
    private final Clock clock;

    Reports(Correspondents correspondents, Mailbag mailbag, Clock clock) {
        this.correspondents = correspondents;
        this.mailbag = mailbag;
        this.clock = clock;
    }

    /** Parts of a report that are read, each as blocks of headers. */
    private record Report(
            List<InternetHeaders> delivery, List<InternetHeaders> feedback, List<InternetHeaders> original) {

        static Report of(Multipart parts) throws MessagingException, IOException {
            var report = new Report(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                    report.delivery.addAll(blocks(part, Integer.MAX_VALUE));
                } else if (part.isMimeType("message/feedback-report")) {
                    report.feedback.addAll(blocks(part, 1));
                } else if (part.isMimeType("message/rfc822")
                        || part.isMimeType("message/global")
                        || part.isMimeType("text/rfc822-headers")
                        || part.isMimeType("message/global-headers")) {
                    report.original.addAll(blocks(part, 1));
                }
            }
            return report;
        }

        private static List<InternetHeaders> blocks(Part part, int most) throws MessagingException, IOException {
            String all;
            try (InputStream in = part.getInputStream()) {
                all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            List<InternetHeaders> blocks = new ArrayList<>();
            for (String block : all.replace("\r\n", "\n").strip().split("\n[ \\t]*\n")) {
                if (blocks.size() < most) {
                    blocks.add(new InternetHeaders(
                            new ByteArrayInputStream((block + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true));
                }
            }
            return blocks;
        }
    }

    /** May be called again with the same mail; does nothing for a mail that is no report. */
    void take(IncomingMail mail) throws MessagingException, IOException {
        if (!mail.mail().isMimeType("multipart/report") || !(mail.mail().getContent() instanceof Multipart parts)) {
            return;
        }
        Report report = Report.of(parts);
        Optional<Recipient> recipient = recipient(mail, report);
        if (recipient.isEmpty()) {
            LOG.info("a report is dropped that is of none of our mails");
            return;
        }
        bounced(report, recipient.get());
        complained(report, recipient.get());
    }

    private Optional<Recipient> recipient(IncomingMail mail, Report report) throws MessagingException {
        Stream<String> back = report.original().stream()
                .flatMap(original -> Stream.of(value(original, "Reply-To"), value(original, "Return-Path")));
        Optional<Recipient> byAddress = Stream.concat(mail.tokens().stream(), IncomingMail.tokens(back).stream())
                .flatMap(token -> correspondents.byReplyToken(token).stream())
                .map(one -> new Recipient(one.email(), one.notice()))
                .findFirst();
        return byAddress.or(() -> report.original().stream()
                .flatMap(original ->
                        STOP_LINK.matcher(value(original, "List-Unsubscribe")).results())
                .flatMap(link -> correspondents.byStopToken(link.group(1)).stream())
                .findFirst());
    }

    private void bounced(Report report, Recipient recipient) {
        report.delivery().stream()
                .filter(block -> value(block, "Action").equalsIgnoreCase("failed"))
                .filter(block -> FOR_GOOD.matcher(status(block)).matches()
                        && !status(block).equals(FULL))
                .filter(block -> is(recipient, address(block, "Final-Recipient"))
                        || is(recipient, address(block, "Original-Recipient")))
                .findFirst()
                .ifPresent(block -> {
                    String why = "bounced: " + status(block) + ' ' + value(block, "Diagnostic-Code");
                    mailbag.refuse(recipient.email(), why, clock.instant());
                    if (recipient.notice() != null) {
                        mailbag.bounced(recipient.notice(), why);
                    }
                    LOG.info("an address gets no more mails, which bounced: {}", status(block));
                });
    }

    private void complained(Report report, Recipient recipient) {
        report.feedback().stream()
                .filter(block -> value(block, "Feedback-Type").equalsIgnoreCase("abuse"))
                .map(block -> value(block, "Original-Rcpt-To"))
                .filter(to -> to.isEmpty() || is(recipient, plain(to))) // many leave it out
                .findFirst()
                .ifPresent(to -> {
                    mailbag.refuse(recipient.email(), "complained about a mail", clock.instant());
                    LOG.info("an address gets no more mails: its reader complained");
                });
    }

    /** @return on one line, empty where there is none */
    private static String value(InternetHeaders block, String name) {
        String[] values = block.getHeader(name);
        return values == null ? "" : values[0].replaceAll("\\s+", " ").strip();
    }

    /** Without the comment that some servers add. */
    private static String status(InternetHeaders block) {
        return value(block, "Status").split("[\\s(]", 2)[0];
    }

    /** Of {@code rfc822; tom@example.org}. */
    private static String address(InternetHeaders block, String name) {
        String value = value(block, name);
        return plain(value.substring(value.indexOf(';') + 1));
    }

    private static String plain(String address) {
        String stripped = address.strip();
        return stripped.startsWith("<") && stripped.endsWith(">")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }

    private static boolean is(Recipient recipient, String address) {
        return recipient.email().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT));
    }
}
