package org.shelfmates.tweetup.rsvp;

import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which a place is given back with one click and without signing in; kept as their hashes alone. */
@Service
@NamedInterface("guests")
public class Releases {

    private final JdbcClient jdbc;
    private final Answering answering;

    Releases(JdbcClient jdbc, Answering answering) {
        this.jdbc = jdbc;
        this.answering = answering;
    }

    /**
     * What a link gives back.
     *
     * @param going whether there is anything to give back
     */
    record Place(
            long tweetupId,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            String title,
            String slug,
            boolean going) {

        public String path() {
            return "/tweetups/" + tweetupId + "/" + slug;
        }
    }

    /**
     * Makes a link for the place of a librarian or a guest.
     *
     * @return its address; empty when they are not going
     */
    @Transactional
    public Optional<String> link(long tweetupId, @Nullable Long librarianId, @Nullable Long guestId) {
        String token = Token.random();
        int made = jdbc.sql("""
                        insert into release_link (token_hash, rsvp_id) select :hash, id from rsvp
                        where tweetup_id = :tweetup and standing is not null and held_until is null
                            and (librarian_id = :librarian or guest_id = :guest)""")
                .param("hash", Token.hash(token))
                .param("tweetup", tweetupId)
                .param("librarian", librarianId, Types.BIGINT)
                .param("guest", guestId, Types.BIGINT)
                .update();
        return made == 0 ? Optional.empty() : Optional.of("/releases/" + token);
    }

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    Place find(String token) {
        return jdbc.sql("""
                        select r.tweetup_id, r.librarian_id, r.guest_id, t.title, t.slug,
                            r.standing is not null as going
                        from release_link k join rsvp r on r.id = k.rsvp_id join tweetup t on t.id = r.tweetup_id
                        where k.token_hash = ?""")
                .param(Token.hash(token))
                .query(Place.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Gives the place back, or the turn in the waiting list; who has neither is told so.
     *
     * @throws AnswersClosedException when it is over or cancelled
     */
    @Transactional
    Place release(String token) {
        Place place = find(token);
        if (place.going() && place.librarianId() != null) {
            answering.answer(place.tweetupId(), place.librarianId(), before -> before.saying(Answer.NOT_GOING));
        } else if (place.going() && place.guestId() != null) {
            answering.answerAsGuest(place.tweetupId(), place.guestId(), before -> before.saying(Answer.NOT_GOING));
        }
        return place;
    }
}
