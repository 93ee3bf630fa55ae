package org.shelfmates.notice.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shelfmates.librarian.LibrarianCard;
import org.shelfmates.notice.Word;
import org.shelfmates.notice.digest.Digest.News;
import org.shelfmates.notice.digest.Digest.Waiting;
import org.shelfmates.notice.digest.Digest.Why;
import org.shelfmates.notice.post.Envelopes;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a digest, as text and as HTML, in the language of who reads it. */
@Component
class DigestWriter {

    /** More than one reads: the rest is on the site. */
    private static final int MOST = 50;

    private final Envelopes envelopes;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Dates dates;
    private final DigestLinks links;
    private final Settings settings;

    DigestWriter(
            Envelopes envelopes,
            MessageSource messages,
            ITemplateEngine templates,
            Dates dates,
            DigestLinks links,
            Settings settings) {
        this.envelopes = envelopes;
        this.messages = messages;
        this.templates = templates;
        this.dates = dates;
        this.links = links;
        this.settings = settings;
    }

    /** @param more lines below the title */
    record Item(String title, List<String> more, String address) {}

    record Section(String heading, List<Item> items) {}

    /** What both forms say. */
    record Content(
            String subject,
            List<Section> sections,
            String why,
            String stop,
            String stopWords,
            String settings,
            String settingsWords) {}

    /** Makes its link as well, whose hash is committed when this returns. */
    MimeMessage write(Turn turn, Digest digest) throws MessagingException {
        Content content = content(turn, digest);
        var envelope = new Envelopes.Envelope(
                turn.messageId(),
                turn.email(),
                turn.language(),
                content.subject(),
                "digest",
                null,
                null,
                content.stop());
        String html = templates.process("notice/digest", new Context(turn.language(), Map.of("digest", content)));
        return envelopes.seal(envelope, Envelopes.parts(text(content), html));
    }

    private Content content(Turn turn, Digest digest) {
        Locale language = turn.language();
        String channel = turn.channel().name();
        List<Section> sections = sections(turn, digest);
        String day = DateTimeFormatter.ofPattern("d MMMM yyyy", language)
                .format(turn.due().atZone(turn.zone()));
        return new Content(
                say(language, "digest.subject", digest.size(), day),
                sections,
                say(language, "digest.why." + channel),
                settings.absolute(links.link(turn.librarianId(), turn.channel())),
                say(language, "digest.stop." + channel),
                settings.absolute("/me/settings/notices"),
                say(language, "letter.settings"));
    }

    private List<Section> sections(Turn turn, Digest digest) {
        List<Section> sections = new ArrayList<>();
        if (!digest.waiting().isEmpty()) {
            sections.add(
                    new Section(say(turn.language(), "digest.waiting"), waiting(digest.waiting(), turn.language())));
        }
        for (Why why : Why.values()) {
            List<Item> items = digest.news().stream()
                    .filter(one -> one.why() == why)
                    .map(one -> item(one, turn.language()))
                    .toList();
            if (!items.isEmpty()) {
                sections.add(new Section(say(turn.language(), "digest." + why), items));
            }
        }
        if (!digest.questions().isEmpty()) {
            sections.add(new Section(
                    say(turn.language(), "digest.questions"),
                    digest.questions().stream()
                            .map(one -> new Item(
                                    one.words(),
                                    List.of(say(turn.language(), "digest.asked", one.writer(), one.title())),
                                    settings.absolute("/comments/" + one.id())))
                            .toList()));
        }
        if (digest.someoneNew() != null) {
            sections.add(new Section(
                    say(turn.language(), "someone-new.title"),
                    List.of(item(digest.someoneNew().card(), turn.language()))));
        }
        return sections;
    }

    private Item item(LibrarianCard card, Locale language) {
        String sectors = card.sectors().stream()
                .map(sector -> say(language, "sector." + sector))
                .collect(Collectors.joining(", "));
        String where = card.placeName() + ", " + say(language, "distance", card.roundKilometres());
        return new Item(
                card.person().name(),
                Stream.of(card.work(), sectors, where)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                settings.absolute(card.person().path()));
    }

    private List<Item> waiting(List<Waiting> all, Locale language) {
        List<Item> items = new ArrayList<>(all.stream()
                .limit(MOST)
                .map(one -> new Item(title(one, language), List.of(), settings.absolute(one.path())))
                .toList());
        if (all.size() > MOST) {
            items.add(new Item(
                    say(language, "digest.more", all.size() - MOST), List.of(), settings.absolute("/me/notices")));
        }
        return items;
    }

    private String title(Waiting one, Locale language) {
        if (one.kind().grouped() && one.people() > 1) {
            return say(language, one.kind().messages() + ".many", one.people(), one.title());
        }
        String actor = one.actor().isEmpty() ? say(language, "notice.nobody") : one.actor();
        return say(
                language,
                one.kind().messages() + ".title",
                Word.fill(actor, one.title(), one.words(), language, dates));
    }

    private Item item(News one, Locale language) {
        Instant start = one.start();
        String when =
                start == null ? say(language, "digest.undated") : dates.momentWithZone(start, one.zone(), language);
        String where = Stream.of(one.venue(), one.place())
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .filter(part -> !part.isEmpty())
                .distinct()
                .reduce((venue, place) -> venue + ", " + place)
                .orElse("");
        String who = switch (one.why()) {
            case NEAR -> "";
            case GROUP -> say(language, "digest.in", one.by());
            case FOLLOWED -> say(language, one.plans() ? "digest.plans" : "digest.goes", one.by());
        };
        return new Item(
                one.title(),
                Stream.of(when, where, who).filter(line -> !line.isEmpty()).toList(),
                settings.absolute("/tweetups/" + one.id() + "/" + one.slug()));
    }

    private static String text(Content content) {
        var text = new StringBuilder();
        for (Section section : content.sections()) {
            text.append(section.heading()).append("\n\n");
            for (Item item : section.items()) {
                text.append("* ").append(item.title()).append('\n');
                item.more().forEach(line -> text.append("  ").append(line).append('\n'));
                text.append(item.address()).append("\n\n");
            }
        }
        text.append("-- \n").append(content.why()).append("\n\n");
        text.append(content.stopWords()).append(":\n").append(content.stop()).append("\n\n");
        text.append(content.settingsWords())
                .append(":\n")
                .append(content.settings())
                .append('\n');
        return text.toString();
    }

    private String say(Locale language, String message, Object... words) {
        return messages.getMessage(message, words, language);
    }
}
