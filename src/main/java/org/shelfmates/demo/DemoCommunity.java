package org.shelfmates.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a database without librarians with a community to try: people, groups and tweetups from the files under
 * {@code demo/}. The same at every first start but for the dates, which are counted from that day.
 */
@Component
@ConditionalOnBooleanProperty("shelfmates.demo")
@Order(1)
class DemoCommunity implements ApplicationRunner {

    static final String PASSWORD = "tweetup-demo-2011";

    private static final Logger log = LoggerFactory.getLogger(DemoCommunity.class);
    private static final int SEED = 2011;
    private static final long LOCK = 20110622;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Clock clock;

    DemoCommunity(JdbcTemplate jdbc, PlatformTransactionManager transactions, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (fill()) {
            log.info("Filled with the demo community: sign in as cerys or gwen with the password {}", PASSWORD);
        }
    }

    /** @return whether it was filled: not when there are librarians */
    boolean fill() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // two instances that start together must not both find it empty
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from librarian)", Boolean.class))) {
                return false;
            }
            write();
            return true;
        }));
    }

    private void write() {
        Diary diary = new Diary(clock.instant(), new Random(SEED));
        Map<String, Instant> joined = people(diary);
        groups(diary, joined);
        DemoTweetups tweetups = new DemoTweetups(jdbc, diary);
        Script.meetings().forEach(tweetups::write);
        Script.occasions().forEach(new DemoOccasions(jdbc, diary)::write);
        Script.programmes().forEach(new DemoProgrammes(jdbc)::write);
        // with chances of its own, so that what it draws changes nothing above
        DemoPeople more = new DemoPeople(jdbc, clock.instant(), new Random(SEED));
        Script.cards().forEach(more::card);
        Script.visits().forEach(more::visit);
        more.follows(Script.people(), joined);
        Script.programmes().forEach(more::ticks);
        JdbcClient client = JdbcClient.create(jdbc);
        Diary later = new Diary(clock.instant(), new Random(SEED));
        Script.venues().forEach(new DemoVenues(client, later)::write);
        Script.boards().forEach(new DemoBoards(client, later)::write);
        Script.groups().forEach(new DemoDoors(client, clock.instant())::write);
        // or their groups would be told at once that nobody runs them
        jdbc.update(
                "insert into account_seen (account_id, seen_on) select id, ?::date from account on conflict do nothing",
                Diary.sql(clock.instant()));
    }

    /** @return when each joined, by handle */
    private Map<String, Instant> people(Diary diary) {
        List<Script.Someone> people = Script.people();
        Map<String, Instant> joined = new LinkedHashMap<>();
        people.forEach(one -> joined.put(one.handle(), diary.ago(one.joined(), ZoneOffset.UTC)));
        String password = Objects.requireNonNull(passwords.encode(PASSWORD)); // slow by design: once for all
        jdbc.batchUpdate(
                """
                insert into account (handle, email, email_confirmed_at, password, created_at)
                values (?, ?, ?, ?, ?)""",
                people.stream()
                        .map(one -> {
                            var at = Diary.sql(joined.get(one.handle()));
                            return new Object[] {one.handle(), one.handle() + "@example.org", at, password, at};
                        })
                        .toList());
        jdbc.batchUpdate(
                """
                insert into librarian (id, name, place_id, work, about, sectors, interests, joined_at)
                select id, ?, (select id from place where country = upper(?) and slug = ?), ?, ?,
                    string_to_array(?, ','), string_to_array(?, ','), created_at
                from account where handle = ?""",
                people.stream()
                        .map(one -> {
                            String[] place = one.place().split("/");
                            return new Object[] {
                                one.name(),
                                place[0],
                                place[1],
                                one.work(),
                                one.about(),
                                one.sectors(),
                                one.interests(),
                                one.handle()
                            };
                        })
                        .toList());
        return joined;
    }

    private void groups(Diary diary, Map<String, Instant> joined) {
        List<Script.Someone> people = Script.people();
        for (Script.Group group : Script.groups()) {
            String[] place = group.place().split("/");
            Instant founded = diary.ago(group.founded(), ZoneOffset.UTC);
            jdbc.update(
                    """
                    insert into city_group (slug, name, description, place_id, radius_km, created_at)
                    select ?, ?, ?, (select id from place where country = upper(?) and slug = ?), ?, ?""",
                    group.slug(),
                    group.name(),
                    group.description(),
                    place[0],
                    place[1],
                    group.radius(),
                    Diary.sql(founded));
            Set<String> members = new LinkedHashSet<>(group.organisers());
            members.addAll(group.members());
            people.stream()
                    .filter(one -> List.of(one.groups().split(",")).contains(group.slug()))
                    .forEach(one -> members.add(one.handle()));
            jdbc.batchUpdate(
                    """
                    insert into membership (group_id, librarian_id, organiser, joined_at)
                    values ((select id from city_group where slug = ?), (select id from account where handle = ?), ?,
                        greatest(?::timestamptz, ?::timestamptz))""",
                    members.stream()
                            .map(one -> new Object[] {
                                group.slug(),
                                one,
                                group.organisers().contains(one),
                                Diary.sql(founded),
                                Diary.sql(joined.get(one))
                            })
                            .toList());
        }
        jdbc.update("update city_group set members = (select count(*) from membership where group_id = city_group.id)");
    }
}
