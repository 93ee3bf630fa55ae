package org.shelfmates.notice;

import static org.shelfmates.notice.Channel.AT_ONCE;
import static org.shelfmates.notice.Channel.DAILY;
import static org.shelfmates.notice.Channel.OFF;
import static org.shelfmates.notice.Channel.WEEKLY;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people are told of. A kind stands here with its default; its words are in {@code messages/notice}:
 * {@code notice.<KIND>.name} (in the settings), {@code .title} (on the site), {@code .subject} and {@code .text} (of the
 * mail), and {@code .many} where it is grouped. Their placeholders are: 0 who did it, 1 what it is about, 2 and so on the
 * words of the telling. The order is that of the settings.
 */
public enum Kind {
    REPLY(AT_ONCE, Trait.ANSWER),
    /** Said in a private conversation. */
    MESSAGE(AT_ONCE, Trait.ANSWER),
    MENTION(AT_ONCE, Trait.ANSWER),
    COMMENT(DAILY, Trait.GROUPED, Trait.ANSWER),
    ANSWER(AT_ONCE),
    MARKED(DAILY),
    HELD(AT_ONCE, Trait.GROUPED),
    RECEIPT(AT_ONCE, Trait.CALENDAR, Trait.READ),
    PROMOTED(AT_ONCE, Trait.CALENDAR),
    REMINDER(AT_ONCE, Trait.RELEASE),
    CHANGED(AT_ONCE, Trait.CALENDAR),
    CANCELLED(AT_ONCE, Trait.CALENDAR),
    REOPENED(AT_ONCE, Trait.CALENDAR),
    SCHEDULED(AT_ONCE, Trait.CALENDAR),
    POLL_OPENED(DAILY),
    POLL_CLOSING(AT_ONCE),
    POLL_CLOSED(AT_ONCE),
    POLL_DECIDED(AT_ONCE),
    HAPPENED(DAILY),
    PLANNER_INVITED(AT_ONCE),
    INTRODUCTION_ASKED(AT_ONCE),
    INTRODUCTION_AGREED(AT_ONCE),
    ANSWERED(DAILY, Trait.GROUPED),
    JOINED(DAILY, Trait.GROUPED),
    JOIN_ASKED(AT_ONCE, Trait.GROUPED),
    JOIN_ACCEPTED(AT_ONCE),
    GROUP_INVITED(AT_ONCE),
    ORGANISER_MADE(AT_ONCE),
    ORGANISER_NEEDED(WEEKLY),
    TAKEOVER_ASKED(AT_ONCE),
    BOARD_POST(WEEKLY, Trait.GROUPED),
    FOLLOWED(WEEKLY, Trait.GROUPED),
    APPEAL_ANSWERED(AT_ONCE),
    SUGGESTION_TAKEN(AT_ONCE),
    APPEAL_CLOSED(DAILY),
    VISIT(DAILY),
    THREE_OF_US(AT_ONCE),
    /** Not a notice of its own: what a mail of the day or week tells beside the notices that waited for it. */
    DIGEST(WEEKLY, Trait.DIGEST);

    private enum Trait {
        /** Several of one subject stand as one on the site. */
        GROUPED,
        /** It is of a comment, and answering the mail answers that. */
        ANSWER,
        /** The mail brings the date along for the reader's calendar. */
        CALENDAR,
        /** The mail has a link that gives the reader's place back. */
        RELEASE,
        /** It is a mail of the day or week, or none. */
        DIGEST,
        /** A receipt for what the reader did, who need not read it on the site. */
        READ
    }

    private final Channel standard;
    private final Set<Trait> traits;

    Kind(Channel standard, Trait... traits) {
        this.standard = standard;
        this.traits = Set.of(traits);
    }

    /** How people are told who have not chosen. */
    public Channel standard() {
        return standard;
    }

    /** Between which ways people choose. */
    public List<Channel> choices() {
        return traits.contains(Trait.DIGEST) ? List.of(DAILY, WEEKLY, OFF) : List.of(Channel.values());
    }

    public boolean grouped() {
        return traits.contains(Trait.GROUPED);
    }

    public boolean calendar() {
        return traits.contains(Trait.CALENDAR);
    }

    public boolean release() {
        return traits.contains(Trait.RELEASE);
    }

    public boolean answerable() {
        return traits.contains(Trait.ANSWER);
    }

    boolean readAtOnce() {
        return traits.contains(Trait.READ);
    }

    /** The names of the grouped ones, as an array of PostgreSQL. */
    public static String groupedNames() {
        return names(Kind::grouped);
    }

    /** The names of those whose mails can be answered, likewise. */
    public static String answerableNames() {
        return names(Kind::answerable);
    }

    /** All names, likewise: a newer version that runs beside this one may write others. */
    public static String known() {
        return names(kind -> true);
    }

    private static String names(Predicate<Kind> which) {
        return Stream.of(values()).filter(which).map(Kind::name).collect(Collectors.joining(",", "{", "}"));
    }

    /** The start of its messages: {@code notice.REPLY}. */
    public String messages() {
        return "notice." + name();
    }
}
