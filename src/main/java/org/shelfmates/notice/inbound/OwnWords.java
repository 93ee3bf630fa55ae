package org.shelfmates.notice.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shelfmates.web.Line;

/**
 * What somebody wrote into an answer: without what they answer, in whichever way their program quotes it, and without
 * signatures. Between quoted lines and below them their own lines stay. Where it is doubtful a line stays: too much is
 * edited on the site, too little is lost.
 */
final class OwnWords {

    /** More lines than any comment has. */
    private static final int MOST_LINES = 20_000;

    private static final int LONGEST_ATTRIBUTION = 400;
    private static final int ATTRIBUTION_LINES = 3;
    private static final int HEADER_LINES = 6;

    private static final Pattern QUOTED = Pattern.compile("\\s{0,3}>.*");
    private static final Pattern RULE = Pattern.compile("_{20,}");

    /** "-----Original Message-----", whatever the language. */
    private static final Pattern SEPARATOR = Pattern.compile("-{4,}\\s?[\\p{L}][\\p{L}'’ ]{3,40}-{4,}");

    private static final Pattern FORWARD =
            Pattern.compile("(?iu)begin forwarded message:|dechrau'r neges a anfonwyd ymlaen:");

    /** How "On Monday somebody wrote:" begins where a program writes it. */
    private static final Pattern ATTRIBUTION_START =
            Pattern.compile("(?iu)(on|at|ar|ddydd|dydd|am|le|el|il|op|em|den)\\b.*|\\d{4}-\\d\\d-\\d\\d.*");

    private static final Pattern WROTE = Pattern.compile(
            "(?iu).*\\b(wrote|ysgrifennodd|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** The same, and on the same line what was written. */
    private static final Pattern INLINE =
            Pattern.compile(".{0,200}<[^\\s@<>]{1,64}@[^\\s@<>]{1,200}>\\)? ?[\\p{L} ]{3,20}:\\s.*");

    private static final Pattern ADDRESS = Pattern.compile(".*[^\\s@<]@[^\\s@>]+.*");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    private static final Pattern HEADER_FROM =
            Pattern.compile("(?iu)\\*?(from|von|de|van|da|od|fra|från|oddi wrth|oddi)\\s?:\\*?\\s.+");
    private static final Pattern HEADER_OTHER =
            Pattern.compile("(?iu)\\*?(sent|date|to|subject|cc|gesendet|datum|an|betreff"
                    + "|envoyé|à|objet|enviado|enviado el|fecha|para|asunto|anfonwyd|dyddiad|at|pwnc|testun"
                    + "|verzonden|aan|onderwerp|inviato|data|a|oggetto|enviada em|assunto|wysłano|do|temat"
                    + "|sendt|dato|til|emne|skickat|till|ämne)\\s?:\\*?\\s.+");

    /** The same in any language. */
    private static final Pattern HEADER = Pattern.compile("\\*?\\p{L}[\\p{L} .'’-]{0,30}\\s?:\\*?\\s.+");

    private static final int FEWEST_HEADERS = 3;

    private static final Pattern DEVICE = Pattern.compile("(?iu)\\W{0,2}(sent (from|with|via|using) .{2,80}"
            + "|get outlook for .{2,60}|download outlook for .{2,60}"
            + "|von (meine[mnr]|unterwegs) .{0,60}gesendet.{0,40}|gesendet (von|mit) .{2,80}"
            + "|diese nachricht wurde von .{2,80} gesendet\\.?"
            + "|envoyé (de|depuis|à partir de) .{2,80}|enviado (desde|de) .{2,80}"
            + "|anfonwyd (o|oddi ar|gan|gyda|drwy) .{2,80}|inviato da .{2,80}|verzonden (vanaf|met) .{2,80})");

    private OwnWords() {}

    /**
     * @param secret which lines have a link that only this reader may know: they and what follows are the answered mail,
     *     however it is quoted
     * @return empty when there is nothing of their own
     */
    static String of(String text, Predicate<String> secret) {
        List<String> lines = text.replaceAll("[" + Line.UNPRINTABLE + "\\x{FEFF}&&[^\\t\\n\\r]]", "")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .lines()
                .limit(MOST_LINES)
                .map(String::stripTrailing)
                .toList();
        return String.join("\n", withoutDevice(own(lines, secret)))
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static List<String> own(List<String> lines, Predicate<String> secret) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (quoted(lines.get(i))) {
                if (i == 0 || !quoted(lines.get(i - 1))) {
                    dropAttribution(own);
                    own.add("");
                }
            } else if (ends(lines, i)) {
                break;
            } else if (secret.test(lines.get(i))) {
                dropHeaders(own);
                break;
            } else {
                own.add(lines.get(i));
            }
        }
        return own;
    }

    private static boolean quoted(String line) {
        return QUOTED.matcher(line).matches();
    }

    /** Whether nothing that follows is the writer's: a signature, or the answered mail without marks. */
    private static boolean ends(List<String> lines, int at) {
        String line = lines.get(at).strip();
        return line.equals("--")
                || SEPARATOR.matcher(line).matches()
                || FORWARD.matcher(line).matches()
                || RULE.matcher(line).matches()
                || headers(lines, at)
                || begins(line) && INLINE.matcher(line).matches()
                || bareAttribution(lines, at);
    }

    /** "From: … Sent: … To: … Subject: …", as Outlook puts them above what is answered. */
    private static boolean headers(List<String> lines, int at) {
        return HEADER_FROM.matcher(lines.get(at).strip()).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + HEADER_LINES)).stream()
                                .filter(line ->
                                        HEADER_OTHER.matcher(line.strip()).matches())
                                .count()
                        >= 2;
    }

    /**
     * Takes what stands above a secret link and belongs to the answered mail too: all from where it begins with headers, of
     * which one has an address, or else the headers directly above.
     */
    private static void dropHeaders(List<String> own) {
        int begin = 0;
        for (int i = 0; i <= own.size(); i++) {
            if (i == own.size() || !header(own.get(i))) {
                List<String> block = own.subList(begin, i);
                if (block.size() >= FEWEST_HEADERS && block.stream().anyMatch(line -> line.indexOf('@') > 0)) {
                    own.subList(begin, own.size()).clear();
                    return;
                }
                begin = i + 1;
            }
        }
        while (!own.isEmpty() && (own.get(own.size() - 1).isBlank() || header(own.get(own.size() - 1)))) {
            own.remove(own.size() - 1);
        }
    }

    private static boolean header(String line) {
        return HEADER.matcher(line.strip()).matches();
    }

    /** Above an answered mail that is not marked: there has to be an address in it. */
    private static boolean bareAttribution(List<String> lines, int at) {
        for (int last = at; last < Math.min(lines.size(), at + ATTRIBUTION_LINES); last++) {
            String joined = joined(lines.subList(at, last + 1));
            if (begins(lines.get(at))
                    && attribution(joined)
                    && ADDRESS.matcher(joined).matches()) {
                return next(lines, last + 1).map(line -> !quoted(line)).orElse(true);
            }
        }
        return false;
    }

    private static Optional<String> next(List<String> lines, int from) {
        return lines.stream().skip(from).filter(line -> !line.isBlank()).findFirst();
    }

    /** Takes "On … wrote:", on one line or wrapped, from the end of what is above a quoted block. */
    private static void dropAttribution(List<String> own) {
        int end = own.size();
        while (end > 0 && own.get(end - 1).isBlank()) {
            end--;
        }
        int cut = -1;
        for (int start = end - 1; start >= 0 && start >= end - ATTRIBUTION_LINES; start--) {
            if (own.get(start).isBlank()) {
                break;
            }
            String joined = joined(own.subList(start, end));
            if (attribution(joined)) {
                cut = cut < 0 ? start : cut;
                if (begins(own.get(start))) {
                    cut = start;
                    break;
                }
            }
        }
        if (cut >= 0) {
            own.subList(cut, own.size()).clear();
        }
    }

    private static boolean begins(String line) {
        return ATTRIBUTION_START.matcher(line.strip()).matches()
                && DIGIT.matcher(line).matches();
    }

    private static boolean attribution(String joined) {
        return joined.endsWith(":")
                && joined.length() <= LONGEST_ATTRIBUTION
                && (ADDRESS.matcher(joined).matches()
                        || DIGIT.matcher(joined).matches()
                                && WROTE.matcher(joined.toLowerCase(Locale.ROOT))
                                        .matches());
    }

    private static String joined(List<String> lines) {
        return String.join(" ", lines).replaceAll("\\s+", " ").strip();
    }

    /** "Sent from my telephone", which programs add without a mark. */
    private static List<String> withoutDevice(List<String> own) {
        int end = own.size();
        while (end > 0
                && (own.get(end - 1).isBlank()
                        || DEVICE.matcher(own.get(end - 1).strip()).matches())) {
            end--;
        }
        return own.subList(0, end);
    }
}
