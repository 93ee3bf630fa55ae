package org.shelfmates.notice.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.poll.BallotLetters;
import org.shelfmates.tweetup.rsvp.GuestRsvps;
import org.shelfmates.tweetup.rsvp.Releases;
import org.shelfmates.tweetup.rsvp.Who;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links that stand in mails of notices: for all mails of a batch at once, a statement for each sort. */
@Service
class LetterLinks {

    private final StopLinks stops;
    private final Releases releases;
    private final GuestRsvps answers;
    private final BallotLetters ballots;
    private final ReplyAddresses replies;

    LetterLinks(StopLinks stops, Releases releases, GuestRsvps answers, BallotLetters ballots, ReplyAddresses replies) {
        this.stops = stops;
        this.releases = releases;
        this.answers = answers;
        this.ballots = ballots;
        this.replies = replies;
    }

    /**
     * The paths in a mail, and its address.
     *
     * @param stop gets its reader no more of its kind
     * @param release gives the place back, null where there is none
     * @param open a guest's own page of it, null where there is none
     * @param reply the token of the address to which it bounces, null where there is no mailbox for that
     */
    record Links(
            String stop,
            @Nullable String release,
            @Nullable String open,
            @Nullable String reply) {}

    /** Their hashes are committed when this returns. */
    @Transactional
    public Map<Letter, Links> make(List<Letter> letters) {
        List<Long> ids = letters.stream().map(Letter::id).toList();
        Map<Long, String> stop = stops.links(ids);
        Map<Long, String> reply = replies.issueWhereOn(ids);
        Map<Who, String> release = releases.links(letters.stream()
                .filter(letter -> letter.kind().release())
                .map(LetterLinks::who)
                .filter(Objects::nonNull)
                .toList());
        List<Who> guestsOfThese = letters.stream()
                .map(LetterLinks::who)
                .filter(who -> who != null && who.guestId() != null)
                .toList();
        Map<Who, String> open = new HashMap<>(answers.pages(guestsOfThese));
        open.putAll(ballots.pages(
                guestsOfThese.stream().filter(who -> !open.containsKey(who)).toList()));
        Map<Letter, Links> links = new HashMap<>();
        for (Letter letter : letters) {
            Who who = who(letter);
            links.put(
                    letter,
                    new Links(
                            Objects.requireNonNull(stop.get(letter.id())),
                            who != null && letter.kind().release() ? release.get(who) : null,
                            who == null ? null : open.get(who),
                            reply.get(letter.id())));
        }
        return links;
    }

    private static @Nullable Who who(Letter letter) {
        Long tweetup = letter.tweetup();
        return tweetup == null ? null : new Who(tweetup, letter.librarianId(), letter.guestId());
    }
}
