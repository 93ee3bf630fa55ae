package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
class SizeSeederTest {

    private static final SeedSize SIZE = new SeedSize(1000, 12, 60, 500, 900, 300);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Clock clock;

    BigCommunity community;

    @BeforeEach
    void emptyDatabase() {
        jdbc.execute("truncate account, city_group, thread, tweetup cascade");
        community = new BigCommunity(jdbc, transactions, clock);
    }

    @Test
    void seedsWhatIsAskedForAndKeepsEveryPromiseOfTheProduct() {
        community.seed(SIZE);

        assertThat(count("librarian")).isEqualTo(SIZE.librarians());
        assertThat(count("city_group")).isEqualTo(SIZE.groups());
        assertThat(count("tweetup")).isEqualTo(SIZE.tweetups());
        assertThat(count("comment")).isEqualTo(SIZE.comments());
        assertThat(count("rsvp")).isEqualTo(SIZE.rsvps());
        assertThat(count("venue")).isEqualTo(SIZE.venues());
        assertThat(jdbc.queryForObject("select count(distinct cost) from venue", Long.class))
                .isEqualTo(5);
        assertThat(count("venue where step_free is null")).isPositive();
        assertThat(count("rsvp where standing = 'WAITING'")).isPositive();
        assertThat(count("comment where cardinality(path) > 3")).isPositive();
        Invariants.holdIn(jdbc, clock.instant());
    }

    @Test
    void addsToWhatIsThere() {
        community.seed(SIZE);
        community.seed(SIZE);

        assertThat(count("librarian")).isEqualTo(2 * SIZE.librarians());
        Invariants.holdIn(jdbc, clock.instant());
    }

    @Test
    void seedsFewerPeopleThanGroupsAndAnswers() {
        community.seed(new SeedSize(3, 5, 2, 20, 50, 4));

        assertThat(count("rsvp")).isPositive();
        Invariants.holdIn(jdbc, clock.instant());
    }

    @Test
    void spreadsLibrariansByPopulation() {
        community.seed(SIZE);

        Double share = jdbc.queryForObject(
                "select avg((population > 20000)::int) from librarian l join place p on p.id = l.place_id",
                Double.class);
        assertThat(share).isGreaterThan(0.6);
    }

    @Test
    void letsNobodySignIn() {
        for (String password : new String[] {"", "!", BigCommunity.NO_PASSWORD, DemoCommunity.PASSWORD}) {
            assertThat(passwords.matches(password, BigCommunity.NO_PASSWORD)).isFalse();
        }
    }

    private long count(String what) {
        Long count = jdbc.queryForObject("select count(*) from " + what, Long.class);
        return count == null ? 0 : count;
    }
}
