package org.shelfmates.venue.page;

import java.sql.Timestamp;
import java.time.Clock;
import org.shelfmates.librarian.Sight;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.VenueConflictException;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who vouch for a venue: that what is written of it is right, and that they may be asked for it. */
@Service
class Vouching {

    private static final String OF_VENUE = " where id = :id and merged_into is null";

    private final JdbcClient jdbc;
    private final Exchanges exchanges;
    private final Clock clock;

    Vouching(JdbcClient jdbc, Exchanges exchanges, Clock clock) {
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    private record Now(String slug, int version) {}

    /** Holds the venue's row. */
    private Now lock(long id) {
        return jdbc.sql("select slug, version from venue" + OF_VENUE + " for update")
                .param("id", id)
                .query(Now.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Somebody was there, and all is as it is written.
     *
     * @param version of what they read
     * @throws VenueConflictException when it has changed since they read it
     */
    @Transactional
    String confirm(long id, int version, long librarian) {
        Now now = lock(id);
        if (now.version() != version) {
            throw new VenueConflictException("it has changed");
        }
        jdbc.sql("update venue set confirmed_by = :librarian, confirmed_at = :now" + OF_VENUE)
                .param("librarian", librarian)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        return VenueCard.pathOf(id, now.slug());
    }

    /**
     * Somebody agrees to be asked for it.
     *
     * @throws VenueConflictException when somebody else does already
     */
    @Transactional
    String host(long id, long librarian) {
        Now now = lock(id);
        int changed = jdbc.sql("update venue set host_id = :librarian" + OF_VENUE
                        + " and (host_id is null or host_id = :librarian)")
                .param("librarian", librarian)
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new VenueConflictException("somebody else is asked");
        }
        return VenueCard.pathOf(id, now.slug());
    }

    /** Whoever agreed does not any more; of anybody else it changes nothing. */
    @Transactional
    String withdraw(long id, long librarian) {
        Now now = lock(id);
        jdbc.sql("update venue set host_id = null" + OF_VENUE + " and host_id = :librarian")
                .param("librarian", librarian)
                .param("id", id)
                .update();
        return VenueCard.pathOf(id, now.slug());
    }

    /**
     * Opens the conversation with who may be asked.
     *
     * @return the address of its page
     * @throws NotFoundException when there is nobody whom the reader may see
     */
    @Transactional
    String ask(long id, long librarian) {
        long host = jdbc.sql("select l.id from venue v join librarian l on l.id = v.host_id and " + Sight.OF_VIEWER
                        + " where v.id = :id and v.merged_into is null")
                .param("viewer", librarian)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        BadRequestException.unless(host != librarian, "nobody asks themselves");
        return Exchanges.pathOf(exchanges.open(librarian, host));
    }
}
