package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What holds in every community, written or seeded: each a query that finds what breaks it. */
final class Invariants {

    private static final Map<String, String> BROKEN_BY = new LinkedHashMap<>();

    static {
        BROKEN_BY.put("more are confirmed than there is room for", """
                select t.id from tweetup t join rsvp r on r.tweetup_id = t.id and standing = 'CONFIRMED'
                group by t.id having count(*) > t.capacity""");
        BROKEN_BY.put("somebody waits where there is room", """
                select t.id from tweetup t join rsvp r on r.tweetup_id = t.id
                group by t.id having count(*) filter (where standing = 'WAITING') > 0
                    and (t.capacity is null or count(*) filter (where standing = 'CONFIRMED') < t.capacity)""");
        BROKEN_BY.put("somebody who asked later is before somebody who waits", """
                select tweetup_id from rsvp group by tweetup_id
                having max(turn) filter (where standing = 'CONFIRMED')
                    > min(turn) filter (where standing = 'WAITING')""");
        BROKEN_BY.put("two have the same turn, or one that is yet to be given", """
                select turn from rsvp where answer = 'GOING' group by tweetup_id, turn
                having count(*) > 1 or turn > (select last_value from rsvp_turn)""");
        BROKEN_BY.put("an answer comes before its tweetup or its librarian, or after its time", """
                select r.id from rsvp r join tweetup t on t.id = r.tweetup_id join librarian l on l.id = r.librarian_id
                where r.answered_at < t.created_at or r.answered_at < l.joined_at
                    or r.answered_at > least(t.starts_at, :now)""");
        BROKEN_BY.put(
                "a plan without a date has answers",
                "select r.id from rsvp r join tweetup t on t.id = r.tweetup_id where t.starts_at is null");
        BROKEN_BY.put("a comment's path does not lead to it by what it answers", """
                select c.id from comment c left join comment p on p.id = c.parent_id and p.thread_id = c.thread_id
                where c.path <> coalesce(p.path, '{}') || c.id or (c.parent_id is null) <> (p.id is null)""");
        BROKEN_BY.put("a comment is not later than the one before it, or not yet written", """
                select id from (
                    select id, created_at, lag(created_at) over (partition by thread_id order by id) as before
                    from comment) as c
                where created_at <= before or created_at > :now or id > (select last_value from comment_seq)""");
        BROKEN_BY.put("a comment comes before its tweetup or its author", """
                select c.id from comment c join thread on thread.id = c.thread_id
                join tweetup t on thread.subject = 'tweetup:' || t.id join librarian l on l.id = c.author_id
                where c.created_at < t.created_at or c.created_at < l.joined_at""");
        BROKEN_BY.put(
                "a thread is about neither a tweetup nor a post",
                "select id from thread where not exists (select from tweetup t where 'tweetup:' || t.id = subject)"
                        + " and not exists (select from board_post b where 'board:' || b.id = subject)");
        BROKEN_BY.put("a group's members are miscounted, or nobody runs it", """
                select id from city_group g
                where members <> (select count(*) from membership where group_id = g.id)
                    or not exists (select from membership where group_id = g.id and organiser) and members > 0""");
        BROKEN_BY.put("a group's organisers have not been seen for so long that it may be taken over", """
                select id from city_group g where members > 0 and not exists (
                    select from membership m join account_seen s on s.account_id = m.librarian_id
                    where m.group_id = g.id and m.organiser and s.seen_on >= (:now::timestamptz)::date - 1)""");
        BROKEN_BY.put("a group's tallies miscount where its members live", """
                select id from city_group g where members <> (select coalesce(sum(people), 0) from group_tally
                    where group_id = g.id and place_id is not null)""");
        BROKEN_BY.put("a tweetup has no planner or another zone than its place", """
                select t.id from tweetup t join place p on p.id = t.place_id
                where t.zone <> p.zone or not exists (select from planner where tweetup_id = t.id)""");
        BROKEN_BY.put("somebody follows before both are there, or in the future", """
                select f.follower_id from follow f join librarian one on one.id = f.follower_id
                join librarian other on other.id = f.followed_id
                where f.since < one.joined_at or f.since < other.joined_at or f.since > :now""");
        BROKEN_BY.put("a thing was done before its doer joined, or in the future", """
                select d.librarian_id from thing_done d join librarian l on l.id = d.librarian_id
                where d.done_at < l.joined_at or d.done_at > :now""");
        BROKEN_BY.put("somebody has no confirmed address or no account of their own", """
                select id from account
                where email_confirmed_at is null
                    or not exists (select from librarian where librarian.id = account.id)""");
    }

    private Invariants() {}

    static void holdIn(JdbcTemplate jdbc, Instant now) {
        var queries = new NamedParameterJdbcTemplate(jdbc);
        BROKEN_BY.forEach((what, query) -> assertThat(queries.queryForList(query, Map.of("now", Diary.sql(now))))
                .as(what)
                .isEmpty());
    }
}
