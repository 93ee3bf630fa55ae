package org.shelfmates.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the demo's open polls, with what people said so far. */
class DemoPolls {

    private static final int DAY = 86_400;

    private final JdbcTemplate jdbc;
    private final Diary diary;

    DemoPolls(JdbcTemplate jdbc, Diary diary) {
        this.jdbc = jdbc;
        this.diary = diary;
    }

    void write(long tweetup, ZoneId zone, Instant begun, Script.Meeting meeting) {
        write(tweetup, "DATE", zone, begun, meeting.dates());
        write(tweetup, "VENUE", zone, begun, meeting.venues());
    }

    private void write(long tweetup, String kind, ZoneId zone, Instant begun, @Nullable List<Script.Option> options) {
        if (options == null) {
            return;
        }
        Timestamp opened = Diary.sql(begun.plusSeconds(DAY));
        Long poll = jdbc.queryForObject(
                "insert into poll (tweetup_id, kind, opened_at) values (?, ?, ?) returning id",
                Long.class,
                tweetup,
                kind,
                opened);
        for (Script.Option option : options) {
            long id = option(Objects.requireNonNull(poll), zone, option);
            votes(id, "YES", option.can(), opened);
            votes(id, "IF_NEED_BE", option.perhaps(), opened);
            votes(id, "NO", option.cannot(), opened);
        }
    }

    private long option(long poll, ZoneId zone, Script.Option option) {
        Instant start = option.day() == null
                ? null
                : diary.at(
                        option.day(),
                        Objects.requireNonNull(option.weekday()),
                        Objects.requireNonNull(option.from()),
                        zone);
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into poll_option (poll_id, starts_at, ends_at, venue, cost, capacity, access)
                values (?, ?, ?, ?, ?, ?, ?) returning id""",
                Long.class,
                poll,
                start == null ? null : Diary.sql(start),
                start == null
                        ? null
                        : Diary.sql(start.plusSeconds(Math.round(3600 * Objects.requireNonNull(option.hours())))),
                option.venue(),
                Objects.requireNonNullElse(option.cost(), ""),
                option.capacity(),
                Objects.requireNonNullElse(option.access(), "")));
    }

    private void votes(long option, String answer, @Nullable List<String> people, Timestamp at) {
        if (people != null) {
            jdbc.batchUpdate(
                    "insert into vote (option_id, librarian_id, answer, voted_at)"
                            + " values (?, (select id from account where handle = ?), ?, ?)",
                    people.stream()
                            .map(handle -> new Object[] {option, handle, answer, at})
                            .toList());
        }
    }
}
