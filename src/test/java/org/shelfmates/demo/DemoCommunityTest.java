package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** In a database that is emptied for this transaction only: what the tests share comes back with its end. */
@ShelfmatesTest
@Transactional
class DemoCommunityTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Clock clock;

    DemoCommunity demo;

    @BeforeEach
    void fillEmptyDatabase() {
        jdbc.execute("truncate account, city_group, thread, tweetup cascade");
        demo = new DemoCommunity(jdbc, transactions, passwords, clock);

        assertThat(demo.fill()).isTrue();
    }

    @Test
    void keepsEveryPromiseOfTheProduct() {
        Invariants.holdIn(jdbc, clock.instant());
    }

    @Test
    void fillsOnlyAnEmptyDatabase() {
        List<Map<String, Object>> before = counts();

        assertThat(demo.fill()).isFalse();

        assertThat(counts()).isEqualTo(before);
    }

    private List<Map<String, Object>> counts() {
        return jdbc.queryForList("""
                select (select count(*) from account) as accounts, (select count(*) from librarian) as librarians,
                    (select count(*) from membership) as memberships, (select count(*) from tweetup) as tweetups,
                    (select count(*) from rsvp) as rsvps, (select count(*) from comment) as comments""");
    }

    @Test
    void knowsVenuesOfEachCostAndBoardsThatAreAnswered() {
        assertThat(strings("select distinct cost from venue"))
                .containsExactlyInAnyOrder("FREE", "BUY_SOMETHING", "MINIMUM_SPEND", "HIRE_PER_HOUR", "UNKNOWN");
        assertThat(strings("select name from venue")).hasSize(Script.venues().size());
        assertThat(strings("select name from venue where host_id is not null")).hasSize(1);
        assertThat(strings("select title from tweetup where venue_id is not null"))
                .hasSize((int) Script.venues().stream()
                        .filter(venue -> venue.tweetups() != null)
                        .mapToLong(venue -> venue.tweetups().size())
                        .sum());
        assertThat(strings("select name from venue where confirmed_at < now() - interval '1 year'"))
                .isNotEmpty();
        assertThat(strings("select title from board_post where active_at > posted_at and active_at < now()"))
                .hasSize(3);
        assertThat(strings("select b.title from board_post b where not exists (select from membership m"
                        + " where m.group_id = b.group_id and m.librarian_id = b.author_id)"))
                .isEmpty();
        assertThat(strings("select c.body from comment c join thread t on t.id = c.thread_id join board_post b"
                        + " on t.subject = 'board:' || b.id where not exists (select from membership m"
                        + " where m.group_id = b.group_id and m.librarian_id = c.author_id)"))
                .isEmpty();
    }

    @Test
    void hasGroupsOfEachAdmissionWithSomebodyAtTheDoor() {
        assertThat(strings("select distinct admission from city_group"))
                .containsExactlyInAnyOrder("OPEN", "ASK", "INVITATION");
        assertThat(
                        strings(
                                "select g.slug from join_request j join city_group g on g.id = j.group_id"
                                        + " join membership m on m.group_id = g.id and m.organiser join account a on a.id = m.librarian_id"
                                        + " where a.handle = 'cerys' and g.admission = 'ASK' and g.question <> '' and declined_at is null"
                                        + " and not exists (select from membership where group_id = g.id and librarian_id = j.librarian_id)"))
                .containsExactly("cardiff-academic-lunch");
        assertThat(
                        strings(
                                "select g.slug from group_invitation i join city_group g on g.id = i.group_id"
                                        + " join account a on a.id = i.librarian_id where a.handle = 'cerys' and g.admission = 'INVITATION'"
                                        + " and not exists (select from membership where group_id = g.id and librarian_id = i.librarian_id)"))
                .containsExactly("rooms-to-lend");
    }

    @Test
    void asksWhenAndWhereToMeetAndTellsHowItWas() {
        assertThat(strings("select kind from poll where closed_at is null")).contains("DATE", "VENUE");
        assertThat(jdbc.queryForObject(
                        "select bool_and(extract(dow from starts_at at time zone 'Europe/London') in (2, 4)) from poll_option"
                                + " where starts_at is not null",
                        Boolean.class))
                .isTrue();
        assertThat(strings("select distinct answer from vote")).containsExactlyInAnyOrder("YES", "IF_NEED_BE", "NO");
        assertThat(strings(
                        "select t.title from recap r join tweetup t on t.id = r.tweetup_id where t.ends_at < now() "))
                .isNotEmpty();
    }

    @Test
    void letsCerysAndGwenSignIn() {
        for (String handle : List.of("cerys", "gwen")) {
            assertThat(strings("select password from account where handle = ?", handle))
                    .allMatch(password -> passwords.matches(DemoCommunity.PASSWORD, password))
                    .hasSize(1);
        }
    }

    @Test
    void tellsWhereCerysAndGwenLive() {
        String home = """
                select p.name || ', ' || p.district
                from librarian l join account a using (id) join place p on p.id = l.place_id where handle = ?""";

        assertThat(strings(home, "cerys")).containsExactly("Cardiff, Cardiff");
        assertThat(strings(home, "gwen")).containsExactly("Bangor, Gwynedd");
    }

    @Test
    void makesCerysAnOrganiserAndPlannerOfTheFirstTweetup() {
        String organised = """
                select slug from city_group g join membership m on m.group_id = g.id and organiser
                join account a on a.id = m.librarian_id where handle = ?""";
        String planned = """
                select state from tweetup t join planner p on p.tweetup_id = t.id
                join account a on a.id = p.librarian_id where handle = ?""";

        assertThat(strings(organised, "cerys")).contains("south-wales");
        assertThat(strings(planned, "cerys")).containsAnyOf("IDEA", "POLLING");
    }

    @Test
    void hasTweetupsInEveryState() {
        String states = """
                select distinct case when state = 'SCHEDULED' and ends_at <= ? then 'HAPPENED' else state end
                from tweetup""";

        assertThat(strings(states, now()))
                .containsExactlyInAnyOrder("IDEA", "POLLING", "SCHEDULED", "HAPPENED", "CANCELLED");
    }

    @Test
    void hasTweetupsAheadThatAreFullNearlyFullAndUnlimited() {
        String left = """
                select coalesce((capacity - confirmed)::text, 'unlimited')
                from tweetup t, lateral (
                    select count(*) as confirmed from rsvp where tweetup_id = t.id and standing = 'CONFIRMED') as c
                where state = 'SCHEDULED' and starts_at > ?""";

        assertThat(strings(left, now())).contains("0", "1", "unlimited");
    }

    @Test
    void hasPlansNearCardiff() {
        String near = """
                select title from tweetup t join place p on p.id = t.place_id
                join place cardiff on cardiff.country = 'GB' and cardiff.slug = 'cardiff'
                where state = 'SCHEDULED' and starts_at > ? and p.position <-> cardiff.position < chord_of(25)""";

        assertThat(strings(near, now())).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void hasOccasionsAheadWithPeopleAndTweetupsAroundThem() {
        String ahead = """
                select slug from occasion o
                where first_day > ? and exists (select from tweetup where occasion_id = o.id)
                    and (select count(*) from presence where occasion_id = o.id) > 3""";

        assertThat(strings(ahead, now())).contains("hay-festival", "shelf-and-signal");
        assertThat(strings("select title from tweetup where free and step_free"))
                .isNotEmpty();
    }

    @Test
    void hasPeopleWhoSayMoreFollowAndVisitEachOther() {
        String follows = """
                select count(*)::text from librarian l join account a using (id) left join follow f on f.follower_id = l.id
                where handle in ('cerys', 'gwen') group by l.id""";
        String alone = """
                select handle from account
                where not exists (select from follow where follower_id = account.id)""";

        assertThat(strings(follows)).hasSize(2).allMatch(count -> count.matches("[4-8]"));
        assertThat(strings(alone)).hasSizeBetween(1, 60);
        assertThat(strings("select array_to_string(languages, ',') from librarian join account using (id)"
                        + " where handle = 'cerys' and pronouns <> '' and offers <> '{}' and links <> '{}'"))
                .containsExactly("cy,en");
        assertThat(strings("select words from visit where first_day > ?::date", now()))
                .hasSize(2);
        assertThat(strings("select distinct title from thing_done join thing on thing.id = thing_id"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void startsInTheEvening() {
        assertThat(strings("""
                        select title from tweetup
                        where (starts_at at time zone zone)::time not between '18:00' and '20:30'""")).isEmpty();
    }

    private List<String> strings(String query, Object... arguments) {
        return jdbc.queryForList(query, String.class, arguments);
    }

    private Timestamp now() {
        return Diary.sql(clock.instant());
    }
}
