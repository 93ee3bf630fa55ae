package org.shelfmates.tweetup.rsvp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.shelfmates.web.Tokens;
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
     * Makes links for the places of librarians and guests.
     *
     * @return their paths; none for who is not going
     */
    @Transactional
    public Map<Who, String> links(List<Who> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        var tokens = new Tokens<>(all);
        return tokens.paths(
                "/releases/",
                jdbc.sql("""
                        insert into release_link (token_hash, rsvp_id)
                        select decode(l.hash, 'hex'), r.id
                        from unnest(:hashes::text[], :tweetups::bigint[], :librarians::bigint[], :guests::bigint[])
                            as l(hash, tweetup, librarian, guest)
                        join rsvp r on r.tweetup_id = l.tweetup and (r.librarian_id = l.librarian or r.guest_id = l.guest)
                            and r.standing is not null and r.held_until is null
                        returning encode(token_hash, 'hex')""")
                        .param("hashes", tokens.hashes())
                        .param(
                                "tweetups",
                                Tokens.array(all.stream().map(Who::tweetupId).toList()))
                        .param(
                                "librarians",
                                Tokens.array(all.stream().map(Who::librarianId).toList()))
                        .param(
                                "guests",
                                Tokens.array(all.stream().map(Who::guestId).toList()))
                        .query(String.class)
                        .list());
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
