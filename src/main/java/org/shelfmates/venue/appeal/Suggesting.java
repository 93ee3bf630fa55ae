package org.shelfmates.venue.appeal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Slug;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers appeals. What a librarian suggests stands at once; a guest's is held until they have proved their address. A new
 * venue is one of the directory from the moment that its suggestion stands.
 */
@Service
public class Suggesting {

    private static final int LONGEST_SLUG = 80;

    private final Appeals appeals;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suggesting(Appeals appeals, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.appeals = appeals;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A guest whose address is not proved yet. */
    public record Guest(long id, String name, Locale language) {}

    /**
     * @throws NotAsItWasException when the appeal is not open
     * @throws AppealFullException when it takes no more
     * @throws SuggestedAlreadyException when somebody was faster
     */
    @Transactional
    void suggest(long appealId, long librarian, Draft draft) {
        Opening.requireOpen(appeals.locked(appealId, librarian));
        stand(keep(appealId, draft, librarian, null), appealId, librarian);
    }

    /**
     * Keeps what a guest suggests until {@link #confirm}.
     *
     * @return its id
     * @throws NotAsItWasException when the appeal is not open
     * @throws AppealFullException when it takes no more
     */
    @Transactional
    public long hold(long appealId, Guest guest, Draft draft) {
        Opening.requireOpen(appeals.find(appealId, null));
        int standing = jdbc.sql("select count(*) from appeal_suggestion s where s.appeal_id = ? and "
                        + AppealSuggestions.STANDS)
                .param(appealId)
                .query(Integer.class)
                .single();
        if (standing >= AppealSuggestions.MOST) {
            throw new AppealFullException();
        }
        long id = keep(appealId, draft, null, guest);
        events.publishEvent(new SuggestionAsked(id));
        return id;
    }

    private long keep(long appealId, Draft draft, @Nullable Long librarian, @Nullable Guest guest) {
        NewVenue fresh = draft.fresh();
        Long venue = draft.venueId() == null ? null : known(draft.venueId());
        return jdbc.sql("""
                        insert into appeal_suggestion (appeal_id, venue_id, new_venue, note, librarian_id, guest_id, guest_name,
                            language, suggested_at)
                        values (:appeal, :venue, case when cast(:name as text) is not null then jsonb_build_object('slug', :slug,
                                'name', :name, 'kind', :kind, 'place', :place, 'address', :address, 'cost', :cost,
                                'amount', :amount, 'currency', :currency) end,
                            :note, :librarian, :guest, :guestName, :language, :now) returning id""")
                .param("appeal", appealId)
                .param("venue", venue, Types.BIGINT)
                .param("slug", fresh == null ? null : slug(fresh.name()), Types.VARCHAR)
                .param("name", fresh == null ? null : fresh.name(), Types.VARCHAR)
                .param("kind", fresh == null ? null : fresh.kind().name(), Types.VARCHAR)
                .param("place", fresh == null ? null : fresh.place().id(), Types.BIGINT)
                .param("address", fresh == null ? null : fresh.address(), Types.VARCHAR)
                .param("cost", fresh == null ? null : fresh.cost().name(), Types.VARCHAR)
                .param("amount", fresh == null ? null : fresh.amount(), Types.INTEGER)
                .param("currency", fresh == null ? null : fresh.currency(), Types.VARCHAR)
                .param("note", draft.note())
                .param("librarian", librarian, Types.BIGINT)
                .param("guest", guest == null ? null : guest.id(), Types.BIGINT)
                .param("guestName", guest == null ? "" : guest.name())
                .param("language", guest == null ? "" : guest.language().toLanguageTag())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    private static String slug(String name) {
        String slug = Slug.ascii(name, LONGEST_SLUG);
        return slug.isEmpty() ? "venue" : slug;
    }

    /** @throws BadRequestException for a venue that no form of ours offers */
    private long known(long venue) {
        return jdbc.sql("select coalesce(merged_into, id) from venue where id = ?")
                .param(venue)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new BadRequestException("no such venue"));
    }

    /** The appeal is locked: of two who name the same venue, the second sees the first. */
    private void stand(long id, long appealId, @Nullable Long librarian) {
        long venue = jdbc
                .sql("select (select coalesce(merged_into, id) from venue where id = s.venue_id) as venue_id"
                        + " from appeal_suggestion s where s.id = ?")
                .param(id)
                .query((row, n) -> (Long) row.getObject("venue_id"))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseGet(() -> directory(id, librarian));
        record Others(int all, int same) {}
        Others others = jdbc.sql("select count(*) as all, count(*) filter (where :venue ="
                        + " (select coalesce(merged_into, id) from venue where id = s.venue_id)) as same"
                        + " from appeal_suggestion s where s.appeal_id = :appeal and " + AppealSuggestions.STANDS)
                .param("venue", venue)
                .param("appeal", appealId)
                .query(Others.class)
                .single();
        if (others.same() > 0) {
            throw new SuggestedAlreadyException();
        }
        if (others.all() >= AppealSuggestions.MOST) {
            throw new AppealFullException();
        }
        jdbc.sql("update appeal_suggestion set venue_id = ?, new_venue = null, stands_at = ? where id = ?")
                .params(venue, now(), id)
                .update();
        events.publishEvent(new AppealAnswered(id));
    }

    /** One of this name in this place is the same one; else it is new. */
    private long directory(long id, @Nullable Long librarian) {
        return jdbc.sql("""
                        select v.id from venue v join appeal_suggestion s
                            on v.place_id = (s.new_venue ->> 'place')::bigint and lower(v.name) = lower(s.new_venue ->> 'name')
                        where s.id = ? and v.merged_into is null order by v.id limit 1""")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseGet(() -> jdbc.sql("""
                                insert into venue (slug, name, kind, place_id, address, cost, amount, currency, added_by, added_at)
                                select n.slug, n.name, n.kind, n.place, n.address, n.cost, n.amount, n.currency, :by, :now
                                from appeal_suggestion s cross join jsonb_to_record(s.new_venue) as n(slug text, name text,
                                    kind text, place bigint, address text, cost text, amount integer, currency text)
                                where s.id = :id returning id""")
                        .param("id", id)
                        .param("by", librarian, Types.BIGINT)
                        .param("now", now())
                        .query(Long.class)
                        .single());
    }

    /**
     * A guest has proved their address: what they suggested stands. Does nothing when it does already.
     *
     * @param account of whom what this guest does is by now, or null
     * @throws NotAsItWasException when the appeal is not open; it is still held then
     * @throws AppealFullException when it takes no more; likewise
     * @throws SuggestedAlreadyException when somebody was faster; likewise
     */
    @Transactional
    public void confirm(long id, @Nullable Long account) {
        long appeal = appealOf(id);
        Opening.requireOpen(appeals.locked(appeal, null));
        boolean held = jdbc.sql("select stands_at is null and withdrawn_at is null from appeal_suggestion where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!held) {
            return;
        }
        if (account != null) {
            jdbc.sql("update appeal_suggestion set librarian_id = ?, guest_id = null where id = ?")
                    .params(account, id)
                    .update();
        }
        stand(id, appeal, account);
    }

    private long appealOf(long id) {
        return jdbc.sql("select appeal_id from appeal_suggestion where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Takes a librarian's own back.
     *
     * @throws NotFoundException when there is none of this id, or it is not theirs
     * @throws NotAsItWasException when it is taken
     */
    @Transactional
    void withdraw(long appealId, long id, long librarian) {
        appeals.locked(appealId, librarian);
        jdbc.sql("select s.id from appeal_suggestion s where s.id = ? and s.appeal_id = ? and s.librarian_id = ? and "
                        + AppealSuggestions.STANDS)
                .params(id, appealId, librarian)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        takeBack(id);
    }

    /**
     * Takes a guest's back, also one that is held. The venue stays in the directory.
     *
     * @throws NotAsItWasException when it is taken, or the guest's no more
     */
    @Transactional
    public void withdraw(long id, long guest) {
        appeals.locked(appealOf(id), null);
        jdbc.sql("select id from appeal_suggestion where id = ? and guest_id = ?")
                .params(id, guest)
                .query(Long.class)
                .optional()
                .orElseThrow(NotAsItWasException::new);
        takeBack(id);
    }

    private void takeBack(long id) {
        int withdrawn = jdbc.sql(
                        "update appeal_suggestion set withdrawn_at = coalesce(withdrawn_at, ?) where id = ? and state <> 'TAKEN'")
                .params(now(), id)
                .update();
        if (withdrawn == 0) {
            throw new NotAsItWasException();
        }
    }

    /**
     * What a guest suggested is what a librarian suggests, from now on. What is still held stays the guest's until the link
     * is used, and stands as the librarian's then.
     */
    @Transactional
    public void handOver(long guestId, long librarianId) {
        jdbc.sql("update appeal_suggestion set librarian_id = ?, guest_id = null"
                        + " where guest_id = ? and stands_at is not null")
                .params(librarianId, guestId)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
