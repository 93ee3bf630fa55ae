package org.shelfmates.librarian.block;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.LibrarianBlocked;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom librarians block. Blocking and unblocking may be asked twice: the second time changes nothing. */
@Service
class Blocks {

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(People people, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Neither follows the other from then on.
     *
     * @param handle whom to block, also who has blocked the blocker: that one would still see them
     * @throws NotFoundException when there is nobody of this handle
     * @throws BadRequestException for oneself: no page of ours offers it
     */
    @Transactional
    void block(String handle, long blocker) {
        long blocked = id(handle);
        BadRequestException.unless(blocked != blocker, "nobody blocks themselves");
        // whoever follows takes these locks too, so that no follow is written meanwhile
        people.lock(blocker, blocked);
        int began = jdbc.sql(
                        "insert into block (blocker_id, blocked_id, since) values (?, ?, ?) on conflict do nothing")
                .params(blocker, blocked, Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from follow where (follower_id, followed_id) in ((:one, :other), (:other, :one))")
                .param("one", blocker)
                .param("other", blocked)
                .update();
        if (began > 0) {
            events.publishEvent(new LibrarianBlocked(blocker, blocked));
        }
    }

    /** @throws NotFoundException when there is nobody of this handle */
    @Transactional
    void unblock(String handle, long blocker) {
        jdbc.sql("delete from block where blocker_id = ? and blocked_id = ?")
                .params(blocker, id(handle))
                .update();
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<Person> people, @Nullable PageKey next) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    Listing of(long blocker, @Nullable PageKey key, int size) {
        record Keyed(Person person, PageKey key) {}
        List<Keyed> rows = jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name, b.since
                        from block b join librarian l on l.id = b.blocked_id join account a on a.id = l.id
                        where b.blocker_id = :blocker and (b.since, b.blocked_id) < (:since, :id)
                        order by b.since desc, b.blocked_id desc limit :limit""")
                .param("blocker", blocker)
                .param("since", Timestamp.from(key == null ? LATEST : key.instant(0)))
                .param("id", key == null ? Long.MAX_VALUE : key.number(1))
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(
                        Person.of(row), PageKey.of(row.getTimestamp("since").toInstant(), row.getLong("person_id"))))
                .list();
        List<Keyed> shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Listing(
                shown.stream().map(Keyed::person).toList(),
                rows.size() > size ? shown.get(size - 1).key() : null);
    }

    private long id(String handle) {
        return people.findAnybody(handle).orElseThrow(NotFoundException::new).id();
    }
}
