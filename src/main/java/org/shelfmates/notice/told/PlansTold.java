package org.shelfmates.notice.told;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Word;
import org.shelfmates.tweetup.PlannerInvited;
import org.shelfmates.tweetup.PollClosed;
import org.shelfmates.tweetup.PollClosesSoon;
import org.shelfmates.tweetup.PollDecided;
import org.shelfmates.tweetup.PollOpened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of the planning: polls, and who is asked to plan. */
@Component
class PlansTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;
    private final Clock clock;

    PlansTold(JdbcClient jdbc, Audience audience, Notices notices, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private boolean open(long poll) {
        return jdbc.sql("select closed_at is null from poll where id = ?")
                .param(poll)
                .query(Boolean.class)
                .single();
    }

    /** To the other planners, the members of the group that plans it, and who had answered or voted before. */
    @AfterCommit
    void on(PollOpened event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (about.cancelled() || !open(event.pollId())) {
            return;
        }
        notices.tell(
                about.telling(Kind.POLL_OPENED, "poll-opened:" + event.pollId(), "/polls", audience.actor(event.by())),
                asked(about.id()));
    }

    private Set<Long> asked(long tweetup) {
        Set<Long> people = new LinkedHashSet<>(audience.planners(tweetup));
        people.addAll(audience.group(tweetup));
        people.addAll(audience.voters(tweetup));
        people.addAll(audience.answered(tweetup).librarians());
        return people;
    }

    private record Closing(Instant closesAt, Long[] answered) {}

    /** To who is asked and has not answered; not when it is closed by now. */
    @AfterCommit
    void on(PollClosesSoon event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (about.cancelled()) {
            return;
        }
        jdbc.sql("""
                        select closes_at, array(select distinct v.librarian_id from vote v
                            join poll_option o on o.id = v.option_id
                            where o.poll_id = poll.id and v.librarian_id is not null) as answered
                        from poll where id = ? and closed_at is null and closes_at > ?""")
                .params(event.pollId(), Timestamp.from(clock.instant()))
                .query((row, n) -> new Closing(row.getTimestamp("closes_at").toInstant(), (Long[])
                        row.getArray("answered").getArray()))
                .optional()
                .ifPresent(poll -> {
                    Set<Long> people = asked(about.id());
                    people.removeAll(List.of(poll.answered()));
                    notices.tell(
                            about.telling(
                                    Kind.POLL_CLOSING,
                                    "poll-closing:" + event.pollId(),
                                    "/polls",
                                    null,
                                    Word.moment(poll.closesAt(), about.zone())),
                            people);
                });
    }

    /** To the planners, who have to choose now; not where something was chosen. */
    @AfterCommit
    void on(PollClosed event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        boolean chosen = jdbc.sql("""
                        select exists (select from poll_option where poll_id = :poll and chosen)
                            or kind = 'DATE' and :dated from poll where id = :poll""")
                .param("poll", event.pollId())
                .param("dated", about.scheduled())
                .query(Boolean.class)
                .single();
        if (about.cancelled() || chosen) {
            return;
        }
        notices.tell(
                about.telling(Kind.POLL_CLOSED, "poll-closed:" + event.pollId(), "/polls", audience.actor(event.by())),
                audience.planners(about.id()));
    }

    /** Of a venue: a date is told as such ({@link TweetupTold}). */
    @AfterCommit
    void on(PollDecided event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        @Nullable
        String venue = jdbc.sql("select venue from poll_option where id = ? and chosen and venue is not null")
                .param(event.optionId())
                .query(String.class)
                .optional()
                .orElse(null);
        if (about.cancelled() || venue == null) {
            return;
        }
        Set<Long> people = new LinkedHashSet<>(audience.voters(about.id()));
        people.addAll(audience.planners(about.id()));
        people.addAll(audience.answered(about.id()).librarians());
        notices.tell(
                about.telling(
                        Kind.POLL_DECIDED,
                        "poll-decided:" + event.optionId(),
                        audience.actor(event.planner()),
                        Word.text(venue)),
                people);
    }

    @AfterCommit
    void on(PlannerInvited event) {
        jdbc.sql("select invited_at from planner_invitation where tweetup_id = ? and librarian_id = ?")
                .params(event.tweetupId(), event.librarianId())
                .query(Timestamp.class)
                .optional()
                .ifPresent(at -> notices.tell(
                        About.tweetup(jdbc, event.tweetupId())
                                .telling(
                                        Kind.PLANNER_INVITED,
                                        "planner-invited:" + event.tweetupId() + ":" + at.toInstant(),
                                        audience.actor(event.by())),
                        List.of(event.librarianId())));
    }
}
