package org.shelfmates.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what the demo's people say more of themselves, whom they follow, where they go and what they have learnt. */
class DemoPeople {

    private static final int FEWEST = 4;
    private static final int MOST = 8;

    /** Every so manieth follows nobody yet. */
    private static final int ALONE = 9;

    private final JdbcTemplate jdbc;
    private final Instant now;
    private final Random chance;

    DemoPeople(JdbcTemplate jdbc, Instant now, Random chance) {
        this.jdbc = jdbc;
        this.now = now;
        this.chance = chance;
    }

    void card(Script.Card card) {
        jdbc.update(
                """
                update librarian set pronouns = ?, stage = ?, languages = string_to_array(?, ','),
                    offers = string_to_array(?, ','), looking_for = ?, links = string_to_array(?, ' | ')
                where id = (select id from account where handle = ?)""",
                Objects.requireNonNullElse(card.pronouns(), ""),
                card.stage(),
                String.join(",", card.languages()),
                String.join(",", Objects.requireNonNullElse(card.offers(), List.of())),
                Objects.requireNonNullElse(card.lookingFor(), ""),
                String.join(" | ", Objects.requireNonNullElse(card.links(), List.of())),
                card.handle());
    }

    void visit(Script.Visit visit) {
        String[] place = visit.place().split("/");
        jdbc.update(
                """
                insert into visit (librarian_id, place_id, first_day, last_day, words, created_at)
                select (select id from account where handle = ?), p.id, today + ?, today + ?, ?, ?
                from place p, lateral (select (cast(? as timestamptz) at time zone p.zone)::date as today) d
                where country = upper(?) and slug = ?""",
                visit.who(),
                visit.first(),
                visit.last(),
                visit.words(),
                Diary.sql(now.minus(Duration.ofDays(1))),
                Diary.sql(now),
                place[0],
                place[1]);
    }

    /** Most follow a few, of those who share an interest, a group or a country with them more than of others. */
    void follows(List<Script.Someone> people, Map<String, Instant> joined) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Script.Someone one = people.get(i);
            if (i % ALONE == ALONE - 1) {
                continue;
            }
            for (Script.Someone other : liked(one, people)) {
                Instant from = later(joined.get(one.handle()), joined.get(other.handle()));
                long seconds = Duration.between(from, now).getSeconds();
                Instant since = from.plusSeconds(Math.round(seconds * chance.nextDouble()));
                rows.add(new Object[] {one.handle(), other.handle(), Diary.sql(since)});
            }
        }
        jdbc.batchUpdate("""
                insert into follow (follower_id, followed_id, since)
                values ((select id from account where handle = ?), (select id from account where handle = ?), ?)""", rows);
    }

    private List<Script.Someone> liked(Script.Someone one, List<Script.Someone> people) {
        record Liked(Script.Someone other, double much) {}
        return people.stream()
                .filter(other -> !other.handle().equals(one.handle()))
                .map(other -> new Liked(other, common(one, other) + 2 * chance.nextDouble()))
                .sorted(Comparator.comparingDouble(Liked::much).reversed())
                .limit(FEWEST + chance.nextInt(MOST - FEWEST + 1))
                .map(Liked::other)
                .toList();
    }

    private static int common(Script.Someone one, Script.Someone other) {
        Set<String> common = new HashSet<>(List.of((one.interests() + ',' + one.groups()).split(",")));
        common.retainAll(List.of((other.interests() + ',' + other.groups()).split(",")));
        common.remove("");
        return common.size() + (one.place().substring(0, 2).equals(other.place().substring(0, 2)) ? 1 : 0);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Members have done the first few things of a programme, some of them many. */
    void ticks(Script.Programme programme) {
        for (String handle : programme.members()) {
            jdbc.update("""
                    insert into thing_done (thing_id, librarian_id, done_at)
                    select t.id, l.id, l.joined_at + (cast(? as timestamptz) - l.joined_at) * t.position / 100
                    from programme g join thing t on t.programme_id = g.id and t.position <= ?,
                        librarian l join account a using (id)
                    where g.slug = ? and a.handle = ?""", Diary.sql(now), chance.nextInt(programme.things().size() / 2), programme.slug(), handle);
        }
    }
}
