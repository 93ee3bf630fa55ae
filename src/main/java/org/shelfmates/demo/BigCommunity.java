package org.shelfmates.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A plausible community of any size to measure with, written in one transaction by the steps of {@code demo/size.sql}
 * in addition to what is there. It borrows its words from the demo community.
 */
class BigCommunity {

    /** Names an encoder that knows it for no hash of its own, so nothing matches. */
    static final String NO_PASSWORD = "{bcrypt}!";

    private static final Logger log = LoggerFactory.getLogger(BigCommunity.class);
    private static final Pattern STEP = Pattern.compile("(?m)^---(?= |$)");
    private static final List<String> TABLES = List.of(
            "account",
            "librarian",
            "city_group",
            "membership",
            "tweetup",
            "planner",
            "rsvp",
            "thread",
            "comment",
            "venue");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BigCommunity(JdbcTemplate template, PlatformTransactionManager transactions, Clock clock) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param makes in words for the log, empty for what is not worth telling */
    private record Step(String makes, String sql) {

        static Step parse(String text) {
            String[] parts = text.split("\n", 2);
            return new Step(parts[0].strip(), parts[1]);
        }
    }

    void seed(SeedSize size) {
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            liftLimits();
            Map<String, Object> values = values(size);
            steps().forEach(step -> run(step, values));
        });
        TABLES.forEach(table -> jdbc.sql("analyze " + table).update());
        log.info("Seeded in {} s", seconds(start));
    }

    /** These are few statements on one connection, and long ones: the limits of time and memory are made for pages. */
    private void liftLimits() {
        template.execute((ConnectionCallback<@Nullable Void>) connection -> {
            connection.setNetworkTimeout(Runnable::run, 0);
            return null;
        });
        jdbc.sql("set local work_mem = '256MB'").update();
        jdbc.sql("set local gin_pending_list_limit = '64MB'").update();
        jdbc.sql("set local statement_timeout = 0").update();
    }

    private static List<Step> steps() {
        return STEP.splitAsStream(Script.text("size.sql"))
                .skip(1)
                .map(Step::parse)
                .toList();
    }

    private void run(Step step, Map<String, Object> values) {
        long start = System.nanoTime();
        int rows = jdbc.sql(step.sql()).params(values).update();
        if (!step.makes().isEmpty()) {
            log.info("{} {} in {} s", rows, step.makes(), seconds(start));
        }
    }

    private static String seconds(long start) {
        return String.format("%.1f", (System.nanoTime() - start) / 1e9);
    }

    private Map<String, Object> values(SeedSize size) {
        Map<String, Object> values = new HashMap<>(words());
        values.put("librarians", size.librarians());
        values.put("groups", size.groups());
        values.put("tweetups", size.tweetups());
        values.put("comments", size.comments());
        values.put("rsvps", size.rsvps());
        values.put("venueCount", size.venues());
        values.put("now", Timestamp.from(clock.instant()));
        values.put("password", NO_PASSWORD);
        values.put("prefix", "reader" + (lastRun() + 1));
        values.put("firstTurn", reserve("rsvp_turn", size.rsvps()));
        values.put("firstComment", reserve("comment_seq", size.comments()));
        return values;
    }

    /** Each run has its own handles: reader1-0000001 … of the first. */
    private int lastRun() {
        return jdbc.sql("""
                        select coalesce(max(substring(handle from '^reader(\\d{1,6})-\\d{7,8}$')::int), 0)
                        from account where handle like 'reader%'""").query(Integer.class).single();
    }

    /** @return the first of so many numbers of a sequence that nobody else gets */
    private long reserve(String sequence, long count) {
        return jdbc.sql("select setval(:sequence::regclass, nextval(:sequence::regclass) + :count) - :count")
                .param("sequence", sequence)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> words() {
        List<Script.Someone> people = Script.people();
        List<Script.Meeting> meetings = Script.meetings();
        String[] tags = distinct(people, one -> Stream.of(one.interests().split(",")));
        return Map.ofEntries(
                Map.entry(
                        "firstNames",
                        distinct(people, one -> Stream.of(one.name().split(" ")[0]))),
                Map.entry(
                        "lastNames",
                        distinct(people, one -> Stream.of(one.name().replaceFirst(".* ", "")))),
                Map.entry("works", distinct(people, one -> Stream.of(one.work()))),
                Map.entry("abouts", distinct(people, one -> Stream.of(one.about()))),
                Map.entry(
                        "sectors", people.stream().map(Script.Someone::sectors).toArray(String[]::new)),
                Map.entry("tags", java.util.Arrays.copyOfRange(tags, 0, tags.length / 2)),
                Map.entry("moreTags", java.util.Arrays.copyOfRange(tags, tags.length / 2, tags.length)),
                Map.entry("titles", Script.text("titles.txt").lines().toArray(String[]::new)),
                Map.entry("plans", distinct(meetings, one -> Stream.of(one.plan()))),
                Map.entry("venues", distinct(meetings, one -> Stream.ofNullable(one.venue()))),
                Map.entry("bodies", distinct(meetings, BigCommunity::remarks)));
    }

    private static Stream<String> remarks(Script.Meeting meeting) {
        List<Script.Remark> remarks = new ArrayList<>();
        remarks.addAll(Objects.requireNonNullElse(meeting.comments(), List.of()));
        remarks.addAll(Objects.requireNonNullElse(meeting.afterwards(), List.of()));
        return remarks.stream().map(remark -> remark.says());
    }

    private static <T> String[] distinct(List<T> from, Function<T, Stream<String>> words) {
        return from.stream()
                .flatMap(words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }
}
