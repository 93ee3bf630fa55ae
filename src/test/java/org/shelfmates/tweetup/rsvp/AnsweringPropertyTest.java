package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.Visibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random sequences of everything that changes places; after each step nobody is lost, overtaken or kept waiting in vain. */
@ShelfmatesTest
class AnsweringPropertyTest {

    private static final int PEOPLE = 14;
    private static final int STEPS = 60;

    @Autowired
    Answering answering;

    @Autowired
    Plans plans;

    @Autowired
    Community community;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private record Party(long id, String standing, int size, Set<Long> parts, long turn) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void whateverHappensThePlacesAreExact(long seed) throws Exception {
        Random random = new Random(seed);
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("Anything may happen", Community.CARDIFF, planner, 6);
        community.companions(tweetup, 3);
        boolean parts = seed % 2 == 0;
        List<Long> chosen = parts
                ? List.of(community.part(tweetup, "The visit", 3), community.part(tweetup, "The meal", 5))
                : List.of();
        List<Someone> people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> community.librarian("Somebody", Community.CARDIFF))
                .toList();
        List<Long> guests = IntStream.range(0, 5).mapToObj(n -> guest()).toList();
        for (int step = 0; step < STEPS; step++) {
            Map<Long, Party> before = parties(tweetup);

            int capacity = step(random, tweetup, people, guests, chosen);

            check(before, parties(tweetup), tweetup, capacity);
        }
    }

    /** @return the capacity after it */
    private int step(Random random, long tweetup, List<Someone> people, List<Long> guests, List<Long> parts)
            throws Exception {
        Wish wish = new Wish(
                List.of(Answer.GOING, Answer.GOING, Answer.MAYBE, Answer.NOT_GOING)
                        .get(random.nextInt(4)),
                random.nextInt(4),
                some(random, parts),
                "",
                Visibility.EVERYONE,
                false);
        Someone one = people.get(random.nextInt(people.size()));
        long guest = guests.get(random.nextInt(guests.size()));
        try {
            switch (random.nextInt(8)) {
                case 0 -> change(tweetup, 1 + random.nextInt(12));
                case 1 -> answering.hold(tweetup, guest, wish);
                case 2 -> answering.answerAsGuest(tweetup, guest, now -> wish);
                case 3 -> clock.after(Answering.HOLD.plus(Duration.ofMinutes(1)), () -> answering.endHolds(tweetup));
                default -> answering.answer(tweetup, one.id(), now -> wish);
            }
        } catch (WishRefusedException e) {
            assertThat(e.code()).isEqualTo("rsvp.party.full"); // keeps the places that it has
        }
        return jdbc.sql("select capacity from tweetup where id = ?")
                .param(tweetup)
                .query(Integer.class)
                .single();
    }

    private void change(long tweetup, int capacity) {
        transactions.executeWithoutResult(begun -> {
            Tweetup changed = plans.locked(tweetup);
            changed.limitTo(capacity);
            answering.fill(changed);
        });
    }

    private void check(Map<Long, Party> before, Map<Long, Party> after, long tweetup, int capacity) {
        Room room = room(tweetup, capacity, after);
        List<Party> waiting = after.values().stream()
                .filter(p -> p.standing().equals("WAITING"))
                .toList();
        assertThat(waiting).as("waits though there is room").noneMatch(p -> room.fits(p.size(), p.parts()));
        List<Party> newly = new ArrayList<>(after.values());
        newly.removeIf(p -> !p.standing().equals("CONFIRMED")
                || before.containsKey(p.id())
                        && before.get(p.id()).standing().equals("CONFIRMED")
                        && before.get(p.id()).size() >= p.size());
        int taken = after.values().stream()
                .filter(p -> p.standing().equals("CONFIRMED"))
                .mapToInt(Party::size)
                .sum();
        assertThat(newly.isEmpty() || taken <= capacity)
                .as("let in beyond the capacity of %s: %s", capacity, newly)
                .isTrue();
        assertThat(after.values())
                .as("overtaken by an equal")
                .noneMatch(late -> late.standing().equals("CONFIRMED")
                        && before.containsKey(late.id())
                        && before.get(late.id()).standing().equals("WAITING")
                        && before.get(late.id()).size() == late.size()
                        && waiting.stream()
                                .anyMatch(early -> early.turn() < late.turn()
                                        && before.containsKey(early.id())
                                        && before.get(early.id()).equals(early)
                                        && early.size() <= late.size()
                                        && late.parts().containsAll(early.parts())));
    }

    private Room room(long tweetup, int capacity, Map<Long, Party> parties) {
        Room room = new Room(capacity, 0);
        jdbc.sql("select id, capacity from part where tweetup_id = ?")
                .param(tweetup)
                .query((row, n) -> {
                    room.part(row.getLong("id"), row.getInt("capacity"), 0);
                    return "";
                })
                .list();
        parties.values().stream()
                .filter(p -> p.standing().equals("CONFIRMED"))
                .forEach(p -> room.take(p.size(), p.parts()));
        return room;
    }

    private Map<Long, Party> parties(long tweetup) {
        Map<Long, Party> parties = new HashMap<>();
        jdbc.sql("""
                        select id, standing, 1 + companions as size, turn,
                            coalesce((select array_agg(part_id) from rsvp_part where rsvp_id = rsvp.id), '{}') as parts
                        from rsvp where tweetup_id = ? and standing is not null""")
                .param(tweetup)
                .query((row, n) -> new Party(
                        row.getLong("id"),
                        row.getString("standing"),
                        row.getInt("size"),
                        Set.of((Long[]) row.getArray("parts").getArray()),
                        row.getLong("turn")))
                .list()
                .forEach(party -> parties.put(party.id(), party));
        return parties;
    }

    private static Set<Long> some(Random random, List<Long> parts) {
        if (parts.isEmpty()) {
            return Set.of();
        }
        return random.nextInt(3) == 0 ? Set.copyOf(parts) : Set.of(parts.get(random.nextInt(parts.size())));
    }

    private long guest() {
        return jdbc.sql("insert into guest (name, email, created_at) values ('Tom', ?, now()) returning id")
                .param(Community.unique("tom") + "@example.org")
                .query(Long.class)
                .single();
    }
}
