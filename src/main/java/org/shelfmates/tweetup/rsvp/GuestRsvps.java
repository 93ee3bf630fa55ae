package org.shelfmates.tweetup.rsvp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.GuestAnswered;
import org.shelfmates.tweetup.GuestAsked;
import org.shelfmates.tweetup.Visibility;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers of people without an account. What a guest asks for is a wish until the link in the mail has been used, which
 * proves whose it is; a place is held meanwhile. From then on a private link manages the answer, until an account claims it.
 */
@NamedInterface("guests")
@Service
public class GuestRsvps {

    private final JdbcClient jdbc;
    private final Guests guests;
    private final Answering answering;
    private final GuestLinks links;
    private final Rsvps rsvps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GuestRsvps(
            JdbcClient jdbc,
            Guests guests,
            Answering answering,
            GuestLinks links,
            Rsvps rsvps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.guests = guests;
        this.answering = answering;
        this.links = links;
        this.rsvps = rsvps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an answer down and holds the place; the mail with the link is sent after the commit. Says nothing of whether the
     * address is known.
     *
     * @throws AnswersClosedException as for a librarian
     * @throws WishRefusedException as for a librarian
     */
    @Transactional
    void ask(long tweetupId, String name, String email, Wish wish, Locale language) {
        long guest = guests.known(name, email);
        answering.hold(tweetupId, guest, wish);
        long id = jdbc.sql("""
                        insert into guest_wish (tweetup_id, guest_id, name, answer, companions, parts, note, visible_to,
                            share_email, language, asked_at)
                        values (:tweetup, :guest, :name, :answer, :companions, :parts::bigint[], :note, :visible, :share,
                            :language, :now) returning id""")
                .param("tweetup", tweetupId)
                .param("guest", guest)
                .param("name", name)
                .param("answer", wish.answer().name())
                .param("companions", wish.companions())
                .param("parts", wish.parts().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("note", wish.note())
                .param("visible", wish.visibleTo().name())
                .param("share", wish.shareEmail())
                .param("language", language.toLanguageTag())
                .param("now", now())
                .query(Long.class)
                .single();
        events.publishEvent(new GuestAsked(id));
    }

    /**
     * Answers an invitation for a guest who has proved who they are, in one click: what they said beside it stays.
     *
     * @return the address of the private page of their answer
     * @throws AnswersClosedException as for a librarian
     * @throws WishRefusedException where it takes more than a click, such as a choice of parts
     */
    @Transactional
    public String answer(long tweetupId, long guestId, boolean coming) {
        boolean first = standing(tweetupId, guestId).isEmpty();
        Answer answer = coming ? Answer.GOING : Answer.NOT_GOING;
        long rsvp = answering.answerAsGuest(tweetupId, guestId, before -> before.saying(answer));
        rsvps.flush();
        if (first) {
            events.publishEvent(new GuestAnswered(rsvp));
        }
        return "/rsvps/" + links.toManage(rsvp);
    }

    /** The address of the private page of a guest's answer: a new one, for only hashes are kept. */
    @Transactional
    public Optional<String> page(long tweetupId, long guestId) {
        return standing(tweetupId, guestId).map(rsvp -> "/rsvps/" + links.toManage(rsvp));
    }

    /** The paths of the private pages of guests' answers: new ones, for only hashes are kept. None for who has not answered. */
    @Transactional
    public Map<Who, String> pages(List<Who> guests) {
        return guests.isEmpty() ? Map.of() : links.toManage(guests);
    }

    /** By SQL, not as an entity: that would be stale when the tweetup's row has been waited for. */
    private Optional<Long> standing(long tweetupId, long guestId) {
        return jdbc.sql("select id from rsvp where tweetup_id = ? and guest_id = ? and held_until is null")
                .params(tweetupId, guestId)
                .query(Long.class)
                .optional();
    }

    private record Asked(long tweetupId, long guestId, String name, Wish wish) {}

    /** What a link is good for. */
    public enum Use {
        CONFIRM,
        MANAGE,
        /** It was good once: used up, too old, or the answer belongs to an account now. */
        GONE
    }

    /**
     * @param rsvpId of the answer that a link manages, else null
     * @param tweetupId that it is about, null when it is gone
     * @param guestId whose answer a link manages, else null
     */
    public record Link(
            Use use,
            @Nullable Long rsvpId,
            @Nullable Long tweetupId,
            @Nullable Long guestId) {}

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    public Link link(String token) {
        GuestLinks.Target target = links.find(token).orElseThrow(NotFoundException::new);
        if (target.rsvpId() != null) {
            return rsvps.findById(target.rsvpId())
                    .filter(rsvp -> rsvp.guestId() != null)
                    .map(rsvp -> new Link(Use.MANAGE, target.rsvpId(), rsvp.tweetupId(), rsvp.guestId()))
                    .orElse(new Link(Use.GONE, null, null, null));
        }
        return jdbc.sql("select tweetup_id from guest_wish where id = ? and used_at is null")
                .param(target.wishId())
                .query(Long.class)
                .optional()
                .filter(tweetup -> !target.expired())
                .map(tweetup -> new Link(Use.CONFIRM, null, tweetup, null))
                .orElse(new Link(Use.GONE, null, null, null));
    }

    /**
     * Uses a confirmation link up; of two at once, one wins.
     *
     * @return where to go on: the private page, or the invitation where an account has claimed what is done with this
     *     address; empty when the link is gone
     * @throws AnswersClosedException when answers have closed meanwhile; the link is not used up then
     * @throws WishRefusedException when the answer does not fit the tweetup any more; likewise
     */
    @Transactional
    Optional<String> confirm(String token) {
        GuestLinks.Target target = links.find(token).orElseThrow(NotFoundException::new);
        if (target.wishId() == null || target.expired()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update guest_wish set used_at = ? where id = ? and used_at is null
                        returning tweetup_id, guest_id, name, answer, companions, parts, note, visible_to, share_email""")
                .params(now(), target.wishId())
                .query((row, n) -> asked(row))
                .optional()
                .map(this::stands);
    }

    private String stands(Asked asked) {
        guests.prove(asked.guestId(), asked.name());
        Optional<Long> account = guests.account(asked.guestId());
        if (account.isPresent()) {
            answering.answerFor(asked.tweetupId(), asked.guestId(), account.get(), asked.wish());
            return "/tweetups/" + asked.tweetupId();
        }
        long rsvp = answering.answerAsGuest(asked.tweetupId(), asked.guestId(), before -> asked.wish());
        rsvps.flush();
        events.publishEvent(new GuestAnswered(rsvp));
        return "/rsvps/" + links.toManage(rsvp);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getLong("tweetup_id"),
                row.getLong("guest_id"),
                row.getString("name"),
                new Wish(
                        Answer.valueOf(row.getString("answer")),
                        row.getInt("companions"),
                        Set.of((Long[]) row.getArray("parts").getArray()),
                        row.getString("note"),
                        Visibility.valueOf(row.getString("visible_to")),
                        row.getBoolean("share_email")));
    }

    /** Changes a guest's answer. */
    @Transactional
    void change(long rsvpId, UnaryOperator<Wish> change) {
        record Whose(long tweetupId, long guestId) {}
        // as in standing, not as an entity
        Whose rsvp = jdbc.sql("select tweetup_id, guest_id from rsvp where id = ? and guest_id is not null")
                .param(rsvpId)
                .query(Whose.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        answering.answerAsGuest(rsvp.tweetupId(), rsvp.guestId(), change);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
