package org.shelfmates.support;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Token;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes the people, groups and plans that a test needs, each new. */
@TestComponent
public class Community {

    /** Cardiff, Newport, Bangor in Gwynedd, by their GeoNames ids. */
    public static final long CARDIFF = 2653822;

    public static final long NEWPORT = 2641598;
    public static final long BANGOR = 2656397;

    /** Everybody's password. */
    public static final String PASSWORD = "shelves of quiet thunder";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final String password;

    Community(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.password = encoder.encode(PASSWORD);
    }

    /** A librarian as tests know them; their address is confirmed. */
    public record Someone(long id, String handle, String name) {

        public String email() {
            return handle + "@example.org";
        }
    }

    /** A word that no other test has. */
    public static String unique(String word) {
        return word + "-" + COUNT.incrementAndGet();
    }

    public Someone librarian(String name, long place) {
        return librarian(name, place, List.of(), List.of());
    }

    public Someone librarian(String name, long place, List<String> sectors, List<String> interests) {
        String handle = unique(name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        long id = jdbc.sql("insert into account (handle, email, email_confirmed_at, password, created_at)"
                        + " values (?, ?, now(), ?, now()) returning id")
                .params(handle, handle + "@example.org", password)
                .query(Long.class)
                .single();
        jdbc.sql("insert into librarian (id, name, place_id, sectors, interests, joined_at)"
                        + " values (:id, :name, :place, :sectors::text[], :interests::text[], now())")
                .params(Map.of(
                        "id", id,
                        "name", name,
                        "place", place,
                        "sectors", "{" + String.join(",", sectors) + "}",
                        "interests", "{" + String.join(",", interests) + "}"))
                .update();
        return new Someone(id, handle, name);
    }

    /** @return the slug */
    public String group(String name, long place, Someone... members) {
        String slug = unique(name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        long id = jdbc.sql("insert into city_group (slug, name, description, place_id, radius_km, members, created_at)"
                        + " values (?, ?, 'We meet.', ?, 25, ?, now()) returning id")
                .params(slug, name, place, members.length)
                .query(Long.class)
                .single();
        for (Someone member : members) {
            jdbc.sql("insert into membership (group_id, librarian_id, joined_at) values (?, ?, now())")
                    .params(id, member.id())
                    .update();
        }
        return slug;
    }

    /** A place that no group is near, of those with people. */
    public long placeWithoutGroups() {
        return jdbc.sql("""
                        select id from place p where population > 1000 and not exists (
                            select from city_group g where g.position <@ cube_enlarge(p.position, chord_of(300), 3))
                        order by id limit 1""").query(Long.class).single();
    }

    /** A place that no venue is near. */
    public long placeWithoutVenues() {
        return jdbc.sql("""
                        select id from place p where population > 1000 and not exists (
                            select from place n join venue v on v.place_id = n.id
                            where n.position <@ cube_enlarge(p.position, chord_of(100), 3))
                        order by id limit 1""").query(Long.class).single();
    }

    /** Makes members of a group its organisers. */
    public void organise(String group, Someone... organisers) {
        for (Someone one : organisers) {
            jdbc.sql("update membership set organiser = true where librarian_id = ?"
                            + " and group_id = (select id from city_group where slug = ?)")
                    .params(one.id(), group)
                    .update();
        }
    }

    /** Says who may join a group; with ASK, where people work. */
    public void admit(String group, String admission) {
        jdbc.sql("update city_group set admission = ?, question = 'Where do you work?' where slug = ?")
                .params(admission, group)
                .update();
    }

    /** Lets somebody have been here for the last time so many days ago. */
    public void seen(Someone someone, int daysAgo) {
        jdbc.sql("insert into account_seen values (?, current_date - ?)"
                        + " on conflict (account_id) do update set seen_on = excluded.seen_on")
                .params(someone.id(), daysAgo)
                .update();
    }

    /**
     * A post on the board of a group.
     *
     * @return its id; its slug is {@code a-post}
     */
    public long boardPost(String group, Someone author, String title) {
        return jdbc.sql("""
                        insert into board_post (group_id, slug, kind, title, body, author_id, posted_at, active_at)
                        select id, 'a-post', 'ASK', ?, 'Who **knows**?', ?, clock_timestamp(), clock_timestamp()
                        from city_group where slug = ? returning id""").params(title, author.id(), group).query(Long.class).single();
    }

    /** Lets somebody follow others. */
    public void follow(Someone follower, Someone... followed) {
        for (Someone one : followed) {
            jdbc.sql("insert into follow values (?, ?, clock_timestamp())")
                    .params(follower.id(), one.id())
                    .update();
        }
    }

    /**
     * A programme without things to do.
     *
     * @param shown its members, who let the others see them
     * @return the slug
     */
    public String programme(String name, Someone... shown) {
        String slug = unique(name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        jdbc.sql("insert into programme (slug, name, created_at) values (?, ?, now())")
                .params(slug, slug)
                .update();
        for (Someone one : shown) {
            join(slug, one, true);
        }
        return slug;
    }

    /** A visit of three days that begins in so many days. */
    public long visit(long place, Someone visitor, int inDays) {
        return jdbc.sql("""
                        insert into visit (librarian_id, place_id, first_day, last_day, words, created_at)
                        values (?, ?, current_date + ?, current_date + ? + 2, 'Tea?', now()) returning id""")
                .params(visitor.id(), place, inDays, inDays)
                .query(Long.class)
                .single();
    }

    /**
     * A venue of which little is known.
     *
     * @param cost a cost model
     * @param amount in pence
     */
    public long venue(String name, long place, String cost, @Nullable Integer amount) {
        return jdbc.sql("""
                        insert into venue (slug, name, kind, place_id, cost, amount, currency, added_at)
                        values (:slug, :name, 'PUB', :place, :cost, :amount, 'GBP', now()) returning id""")
                .param("slug", name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .param("name", name)
                .param("place", place)
                .param("cost", cost)
                .param("amount", amount, java.sql.Types.INTEGER)
                .query(Long.class)
                .single();
    }

    /** An appeal for 12 in Cardiff, of a tweetup that somebody plans. */
    public long appeal(String words, Someone planner) {
        return appeal(words, tweetup("Looking for a room", CARDIFF, planner, 12));
    }

    /** An appeal for 12 in Cardiff. */
    public long appeal(String words, long tweetup) {
        return jdbc.sql("""
                        insert into appeal (words, details, place_id, people, budget, free_only, step_free, timing, tweetup_id,
                            opened_by, opened_at)
                        select :words, '', :place, 12, '', false, false, '', :tweetup, min(librarian_id), now()
                        from planner where tweetup_id = :tweetup returning id""")
                .param("words", words)
                .param("place", CARDIFF)
                .param("tweetup", tweetup)
                .query(Long.class)
                .single();
    }

    /** Lets an appeal have as many suggestions as it takes. */
    public void fill(long appeal) {
        for (int i = 0; i < 100; i++) {
            jdbc.sql("insert into appeal_suggestion (appeal_id, venue_id, note, guest_name, suggested_at, stands_at)"
                            + " values (?, ?, '', 'Tom', now(), now())")
                    .params(appeal, venue("Filler", placeWithoutGroups(), "UNKNOWN", null))
                    .update();
        }
    }

    /** A private conversation. */
    public long exchange(Someone one, Someone other) {
        return jdbc.sql("insert into exchange (one_id, other_id, opened_at) values (least(?, ?), greatest(?, ?), now())"
                        + " returning id")
                .params(one.id(), other.id(), one.id(), other.id())
                .query(Long.class)
                .single();
    }

    /** Lets somebody join a programme. */
    public void join(String programme, Someone someone, boolean shown) {
        jdbc.sql("insert into programme_member select id, ?, ?, now() from programme where slug = ?")
                .params(someone.id(), shown, programme)
                .update();
    }

    /** Lets somebody block another. */
    public void block(Someone blocker, Someone blocked) {
        jdbc.sql("insert into block values (?, ?, now())")
                .params(blocker.id(), blocked.id())
                .update();
    }

    /** A tweetup in a fortnight, for two hours. */
    public long tweetup(String title, long place, Someone planner, @Nullable Integer capacity) {
        return tweetup(
                title, place, planner, capacity, "SCHEDULED", Instant.now().plus(Duration.ofDays(14)));
    }

    public long tweetup(
            String title, long place, Someone planner, @Nullable Integer capacity, String state, Instant start) {
        long id = jdbc.sql("""
                        insert into tweetup (slug, title, plan, state, place_id, venue, starts_at, ends_at, zone, capacity,
                            created_at)
                        values ('a-tweetup', :title, 'Tea and **talk**.', :state, :place, 'The café', :start, :end,
                            'Europe/London', :capacity, now()) returning id""")
                .param("title", title)
                .param("state", state)
                .param("place", place)
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(start.plus(Duration.ofHours(2))))
                .param("capacity", capacity, java.sql.Types.INTEGER)
                .query(Long.class)
                .single();
        jdbc.sql("insert into planner (tweetup_id, librarian_id) values (?, ?)")
                .params(id, planner.id())
                .update();
        return id;
    }

    /** A tweetup that has neither date nor venue yet. */
    public long idea(String title, long place, Someone... planners) {
        long id = jdbc.sql("insert into tweetup (slug, title, plan, state, place_id, zone, created_at)"
                        + " values ('an-idea', ?, 'Tea.', 'IDEA', ?, 'Europe/London', now()) returning id")
                .params(title, place)
                .query(Long.class)
                .single();
        for (Someone planner : planners) {
            letPlan(id, planner);
        }
        return id;
    }

    /** Adds a part to a tweetup. */
    public long part(long tweetup, String name, @Nullable Integer capacity) {
        return jdbc.sql("""
                        insert into part (tweetup_id, position, name, capacity)
                        select :tweetup, 1 + count(*), :name, :capacity from part where tweetup_id = :tweetup returning id""")
                .param("tweetup", tweetup)
                .param("name", name)
                .param("capacity", capacity, java.sql.Types.INTEGER)
                .query(Long.class)
                .single();
    }

    /** Lets everybody bring others to a tweetup. */
    public void companions(long tweetup, int most) {
        jdbc.sql("update tweetup set companions_max = ? where id = ?")
                .params(most, tweetup)
                .update();
    }

    /** Makes somebody one of a tweetup's planners. */
    public void letPlan(long tweetup, Someone planner) {
        jdbc.sql("insert into planner (tweetup_id, librarian_id) values (?, ?)")
                .params(tweetup, planner.id())
                .update();
    }

    /**
     * An occasion of three days that begins in so many days.
     *
     * @return the slug
     */
    public String occasion(String name, long place, Someone maker, int inDays) {
        String slug = unique(name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        jdbc.sql("insert into occasion (slug, name, first_day, last_day, place_id, link, words, made_by, created_at)"
                        + " values (:slug, :name || ' ' || :slug, current_date + :days, current_date + :days + 2, :place,"
                        + " 'https://example.org/', 'Books in a **field**.', :maker, now())")
                .params(Map.of("slug", slug, "name", name, "days", inDays, "place", place, "maker", maker.id()))
                .update();
        return slug;
    }

    /** Hangs a tweetup on an occasion. */
    public void hang(long tweetup, String occasion) {
        jdbc.sql("update tweetup set occasion_id = (select id from occasion where slug = ?) where id = ?")
                .params(occasion, tweetup)
                .update();
    }

    /** Tweetups that repeat, in order. */
    public record Series(long id, List<Long> tweetups) {

        public long first() {
            return tweetups.get(0);
        }
    }

    /** A tweetup every week at 18:00 in London, for two hours, so many times; the first is in a fortnight. */
    public Series series(String title, long place, Someone planner, int times) {
        ZonedDateTime first = LocalDate.now(LONDON).plusDays(14).atTime(18, 0).atZone(LONDON);
        String day = first.getDayOfWeek().name().substring(0, 2);
        long series = jdbc.sql(
                        "insert into series (rule, first_date, until, start_time, lasts, zone, created_by, created_at)"
                                + " values (:rule, :first, :until, '18:00', 7200, 'Europe/London', :planner, now()) returning id")
                .param("rule", "FREQ=WEEKLY;INTERVAL=1;BYDAY=" + day)
                .param("first", first.toLocalDate())
                .param("until", first.toLocalDate().plusWeeks(times - 1))
                .param("planner", planner.id())
                .query(Long.class)
                .single();
        List<Long> tweetups = IntStream.range(0, times)
                .mapToObj(first::plusWeeks)
                .map(start -> {
                    long id = tweetup(title, place, planner, 4, "SCHEDULED", start.toInstant());
                    jdbc.sql("update tweetup set series_id = ?, series_date = ? where id = ?")
                            .params(series, start.toLocalDate(), id)
                            .update();
                    return id;
                })
                .toList();
        return new Series(series, tweetups);
    }

    /** An open poll with two dates: in three and in four weeks, for two hours. */
    public long datePoll(long tweetup) {
        long poll = jdbc.sql("insert into poll (tweetup_id, kind, opened_at) values (?, 'DATE', now()) returning id")
                .param(tweetup)
                .query(Long.class)
                .single();
        jdbc.sql("update tweetup set state = 'POLLING' where id = ?")
                .param(tweetup)
                .update();
        jdbc.sql("""
                        insert into poll_option (poll_id, starts_at, ends_at)
                        select ?, day, day + interval '2 hours' from (
                            select date_trunc('hour', now()) + interval '7 days' * weeks as day
                            from generate_series(3, 4) as weeks) days""").param(poll).update();
        return poll;
    }

    /** The options of a poll, in order. */
    public List<Long> options(long poll) {
        return jdbc.sql("select id from poll_option where poll_id = ? order by id")
                .param(poll)
                .query(Long.class)
                .list();
    }

    /** A tweetup that was over yesterday. */
    public long happened(String title, long place, Someone planner) {
        return tweetup(title, place, planner, null, "SCHEDULED", Instant.now().minus(Duration.ofDays(1)));
    }

    /** Lets somebody have a place at a tweetup. */
    public void going(long tweetup, Someone someone) {
        jdbc.sql("insert into rsvp (tweetup_id, librarian_id, answer, standing, turn, answered_at)"
                        + " values (?, ?, 'GOING', 'CONFIRMED', nextval('rsvp_turn'), now())")
                .params(tweetup, someone.id())
                .update();
    }

    /**
     * A guest with a place at a tweetup.
     *
     * @return the address of their private page
     */
    public String guest(long tweetup, String name) {
        String token = Token.random();
        jdbc.sql("""
                        with g as (insert into guest (name, created_at) values (:name, now()) returning id),
                        r as (insert into rsvp (tweetup_id, guest_id, answer, standing, turn, answered_at)
                            select :tweetup, id, 'GOING', 'CONFIRMED', nextval('rsvp_turn'), now() from g returning id)
                        insert into guest_link (token_hash, rsvp_id) select :hash, id from r""")
                .param("name", name)
                .param("tweetup", tweetup)
                .param("hash", Token.hash(token))
                .update();
        return "/rsvps/" + token;
    }

    /** A comment on a tweetup. */
    public long comment(long tweetup, Someone author, String body, @Nullable Long parent) {
        jdbc.sql("insert into thread (subject) values (?) on conflict do nothing")
                .param("tweetup:" + tweetup)
                .update();
        return jdbc.sql("""
                        insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
                        select id, (select id from thread where subject = :subject), :parent,
                            coalesce((select path from comment where comment.id = :parent), '{}') || id, :author, :body, now()
                        from nextval('comment_seq') as id returning id""")
                .param("subject", "tweetup:" + tweetup)
                .param("parent", parent, java.sql.Types.BIGINT)
                .param("author", author.id())
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** Lets somebody say something in a tweetup's conversation. */
    public void comment(long tweetup, Someone author) {
        comment(tweetup, author, "Hello", null);
    }

    /** Puts a tweetup into a group. */
    public void hold(long tweetup, String group) {
        jdbc.sql("update tweetup set group_id = (select id from city_group where slug = ?) where id = ?")
                .params(group, tweetup)
                .update();
    }

    /** Adds a picture to a tweetup, of which there are no bytes. */
    public void picture(long tweetup, Someone adder) {
        String token = Token.random();
        jdbc.sql("""
                        with p as (insert into picture (token, width, height, small_width, small_height, large, small,
                                stored_at) values (:token, 9, 9, 9, 9, '', '', now()) returning id)
                        insert into tweetup_picture (picture_id, tweetup_id, added_by, alt, added_at, sha256)
                        select id, :tweetup, :adder, 'Tea', now(), :sha256 from p""")
                .param("token", token)
                .param("tweetup", tweetup)
                .param("adder", adder.id())
                .param("sha256", Token.hash(token))
                .update();
    }

    /** Lets somebody follow another. */
    public void follow(Someone follower, Someone followed) {
        jdbc.sql("insert into follow (follower_id, followed_id, since) values (?, ?, now())")
                .params(follower.id(), followed.id())
                .update();
    }

    /** What a librarian has been told of a kind: the keys of the notices, in order. */
    public List<String> told(Someone someone, String kind) {
        return jdbc.sql("select key from notice where librarian_id = ? and kind = ? order by id")
                .params(someone.id(), kind)
                .query(String.class)
                .list();
    }

    /** Chooses how somebody is told of a kind. */
    public void tell(Someone someone, String kind, String channel) {
        jdbc.sql("insert into notice_setting (librarian_id, kind, channel) values (?, ?, ?)")
                .params(someone.id(), kind, channel)
                .update();
    }
}
