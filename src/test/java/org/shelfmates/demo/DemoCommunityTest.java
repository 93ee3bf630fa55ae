package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;

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
    void letsCerysAndGwenSignIn() {
        for (String handle : List.of("cerys", "gwen")) {
            String password =
                    jdbc.queryForObject("select password from account where handle = ?", String.class, handle);
            assertThat(passwords.matches(DemoCommunity.PASSWORD, password)).isTrue();
        }
        assertThat(places("select place_id from librarian l join account a using (id) where handle = 'cerys'"))
                .containsExactly("Cardiff, Cardiff");
        assertThat(places("select place_id from librarian l join account a using (id) where handle = 'gwen'"))
                .containsExactly("Bangor, Gwynedd");
        assertThat(places("""
                        select g.place_id from city_group g join membership m on m.group_id = g.id and organiser
                        join account a on a.id = m.librarian_id where handle = 'cerys' and slug = 'south-wales'""")).containsExactly("Cardiff, Cardiff");
    }

    private List<String> places(String ids) {
        return jdbc.queryForList("select name || ', ' || district from place where id in (" + ids + ")", String.class);
    }

    @Test
    void hasTweetupsInEveryState() {
        assertThat(jdbc.queryForList("""
                        select distinct case when state = 'SCHEDULED' and ends_at <= ? then 'HAPPENED' else state end
                        from tweetup""", String.class, Diary.sql(clock.instant())))
                .containsExactlyInAnyOrder("IDEA", "POLLING", "SCHEDULED", "HAPPENED", "CANCELLED");
    }

    @Test
    void hasTweetupsAheadThatAreFullNearlyFullAndUnlimited() {
        List<Integer> left = jdbc.queryForList("""
                select capacity - (select count(*) from rsvp where tweetup_id = t.id and standing = 'CONFIRMED')
                from tweetup t where state = 'SCHEDULED' and starts_at > ?""", Integer.class, Diary.sql(clock.instant()));

        assertThat(left).contains(0, 1, (Integer) null);
    }

    @Test
    void hasPlansNearCardiff() {
        Integer near = jdbc.queryForObject("""
                select count(*) from tweetup t join place p on p.id = t.place_id
                where state = 'SCHEDULED' and starts_at > ?
                    and p.position <-> (select position from place where country = 'GB' and slug = 'cardiff')
                        < chord_of(25)""", Integer.class, Diary.sql(clock.instant()));

        assertThat(near).isGreaterThanOrEqualTo(3);
    }

    @Test
    void startsInTheEvening() {
        assertThat(jdbc.queryForList("""
                        select title from tweetup
                        where (starts_at at time zone zone)::time not between '18:00' and '20:30'""", String.class)).isEmpty();
    }
}
