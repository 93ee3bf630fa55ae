package org.shelfmates.exchange;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.ConversationPages;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Reader;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.Writer;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of a private conversation shows, for its two. */
@Service
class ExchangePages {

    private static final String SQL = """
            select e.id, l.id as person_id, a.handle, l.name as person_name, p.zone,
                (%s) as seen, not exists (select from block b where (b.blocker_id, b.blocked_id)
                    in ((e.one_id, e.other_id), (e.other_id, e.one_id))) as open
            from exchange e
            join librarian l on l.id = case when e.one_id = :viewer then e.other_id else e.one_id end
            join account a on a.id = l.id
            join librarian mine on mine.id = :viewer join place p on p.id = mine.place_id
            where e.id = :id and :viewer in (e.one_id, e.other_id)""".formatted(Sight.OF_VIEWER);

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ConversationPages threads;

    ExchangePages(JdbcClient jdbc, Conversations conversations, ConversationPages threads) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.threads = threads;
    }

    /** @param answered whose comment the viewer wants to answer, or null */
    record Whole(
            ExchangePage page,
            ConversationPages.Reading conversation,
            @Nullable Writer answered) {}

    /**
     * Empty for everybody but the two. What is on the page counts as read.
     *
     * @param comments the key of a later page of it, or null
     * @param reply the comment that is to be answered, or null
     */
    @Transactional
    Optional<Whole> whole(long id, long viewer, @Nullable String comments, @Nullable Long reply) {
        Subject subject = ExchangeTalk.subject(id);
        return jdbc.sql(SQL)
                .param("id", id)
                .param("viewer", viewer)
                .query((row, n) -> new ExchangePage(
                        row.getLong("id"),
                        Person.of(row),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("seen"),
                        row.getBoolean("open")))
                .optional()
                .map(page -> new Whole(
                        page,
                        threads.read(
                                subject, new Reader(viewer, false), Order.OLDEST, comments, ConversationPages.SIZE),
                        reply == null
                                ? null
                                : conversations.author(subject, reply, viewer).orElse(null)));
    }
}
