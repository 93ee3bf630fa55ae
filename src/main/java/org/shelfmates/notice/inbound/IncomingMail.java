package org.shelfmates.notice.inbound;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.post.ReplyAddresses;
import org.shelfmates.web.Token;

/**
 * A mail as it came, of which nothing can be relied upon.
 *
 * @param whole false where it is so long that only its head is read
 */
record IncomingMail(MimeMessage mail, boolean whole) {

    /** Where mail servers write whom they had it for, and where the sender did. */
    private static final String[] RECIPIENTS = {
        "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc"
    };

    /** The part after the plus: programs on the way may have made the letters large or small. */
    static final Pattern TOKEN =
            Pattern.compile("\\+([0-9a-v]{" + ReplyAddresses.LENGTH + "})@", Pattern.CASE_INSENSITIVE);

    private static final int MOST_TOKENS = 5;

    private static final Set<String> BY_MACHINES = Set.of("bulk", "list", "junk", "auto_reply");

    /** Of the addresses that it was sent to. */
    List<String> tokens() throws MessagingException {
        return tokens(all(RECIPIENTS));
    }

    static List<String> tokens(Stream<String> headers) {
        return headers.flatMap(value -> TOKEN.matcher(value).results())
                .map(found -> found.group(1))
                .map(token -> token.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_TOKENS)
                .toList();
    }

    private Stream<String> all(String... names) throws MessagingException {
        Stream<String> values = Stream.empty();
        for (String name : names) {
            String[] found = mail.getHeader(name);
            values = found == null ? values : Stream.concat(values, Arrays.stream(found));
        }
        return values;
    }

    /** In small letters, without what stands around it; null where there is none, or no single one. */
    @Nullable
    String from() throws MessagingException {
        try {
            Address[] from = mail.getFrom();
            return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                    ? address.getAddress().toLowerCase(Locale.ROOT)
                    : null;
        } catch (AddressException e) {
            return null;
        }
    }

    /** Whether a machine wrote it, as RFC 3834 and older customs say so: nobody answers such a mail. */
    boolean automatic() throws MessagingException {
        return all("Auto-Submitted").anyMatch(value -> !word(value).equals("no"))
                || all("Precedence").anyMatch(value -> BY_MACHINES.contains(word(value)))
                || all("X-Autoreply", "X-Autorespond")
                        .anyMatch(value -> !word(value).equals("no"))
                || all("Return-Path").anyMatch(value -> value.strip().equals("<>"))
                || mail.isMimeType("multipart/report");
    }

    private static String word(String value) {
        return value.split("[;(]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** What tells it from all others: its id, together with where it went; where it has none, all of it. */
    byte[] key() throws MessagingException, IOException {
        String id = mail.getMessageID();
        return id == null || id.isBlank() ? hash() : Token.hash(String.join(" ", tokens()) + ' ' + id.strip());
    }

    private byte[] hash() throws MessagingException, IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (whole) {
                mail.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            } else {
                var headers = mail.getAllHeaderLines();
                while (headers.hasMoreElements()) {
                    digest.update(headers.nextElement().getBytes(StandardCharsets.UTF_8));
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
