package org.shelfmates.notice.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a mail: the plain one, or what its HTML says where there is no other. Attachments are left out. */
final class BodyText {

    private static final int DEEPEST = 10;

    private BodyText() {}

    /** @return empty when there is none */
    static String of(Part mail) throws MessagingException, IOException {
        return text(mail, 0);
    }

    private static String text(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
            return "";
        }
        if (part.isMimeType("multipart/*")) {
            return part.getContent() instanceof Multipart parts
                    ? parts(parts, part.isMimeType("multipart/alternative"), depth)
                    : "";
        }
        if (part.isMimeType("text/plain")) {
            ContentType type = type(part);
            String text = decoded(part, type);
            return "flowed".equalsIgnoreCase(type.getParameter("format"))
                    ? joined(text, "yes".equalsIgnoreCase(type.getParameter("delsp")))
                    : text;
        }
        return part.isMimeType("text/html") ? HtmlText.of(decoded(part, type(part))) : "";
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null; // as if it said nothing
        }
    }

    /** Of several forms of the same the plainest that says anything; else one after the other. */
    private static String parts(Multipart parts, boolean alternative, int depth)
            throws MessagingException, IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            String text = text(parts.getBodyPart(i), depth + 1);
            if (!text.isBlank()) {
                texts.add(text);
            }
            if (alternative && !texts.isEmpty()) {
                break;
            }
        }
        return String.join("\n", texts);
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    private static String decoded(Part part, ContentType type) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readAllBytes();
        }
        Charset named = charset(type.getParameter("charset"));
        if (named != null) {
            return new String(bytes, named);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** @return null where it has to be guessed, because none is said, or an unknown one, or one of which eight bits are no part */
    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null || name.equalsIgnoreCase("us-ascii")) {
            return null;
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Puts lines together that a program wrapped, and people did not: RFC 3676. */
    static String joined(String text, boolean withoutSpace) {
        var joined = new StringBuilder();
        String begun = null; // the marks of a quote before a line that goes on
        for (String line : text.lines().toList()) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String marks = line.substring(0, depth);
            String words = line.startsWith(" ", depth) ? line.substring(depth + 1) : line.substring(depth);
            boolean signature = words.equals("-- ");
            if (begun != null && (signature || !begun.equals(marks))) {
                joined.append('\n');
                begun = null;
            }
            if (begun == null && !marks.isEmpty()) {
                joined.append(marks).append(' ');
            }
            boolean goesOn = words.endsWith(" ") && !signature;
            joined.append(goesOn && withoutSpace ? words.substring(0, words.length() - 1) : words);
            if (!goesOn) {
                joined.append('\n');
            }
            begun = goesOn ? marks : null;
        }
        return joined.toString();
    }
}
