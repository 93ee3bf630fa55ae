package org.shelfmates.notice.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.rsvp.Guests;
import org.shelfmates.tweetup.rsvp.Releases;
import org.shelfmates.tweetup.rsvp.Who;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links that stand in mails of notices: for all mails of a batch at once, a statement for each sort. */
@Service
class LetterLinks {

    private final StopLinks stops;
    private final Releases releases;
    private final Guests guests;

    LetterLinks(StopLinks stops, Releases releases, Guests guests) {
        this.stops = stops;
        this.releases = releases;
        this.guests = guests;
    }

    /**
     * The paths in a mail.
     *
     * @param stop gets its reader no more of its kind
     * @param release gives the place back, null where there is none
     * @param open a guest's own page of it, else null
     */
    record Links(
            String stop, @Nullable String release, @Nullable String open) {}

    /** Their hashes are committed when this returns. */
    @Transactional
    public Map<Letter, Links> make(List<Letter> letters) {
        Map<Long, String> stop = stops.links(letters.stream().map(Letter::id).toList());
        Map<Who, String> release = releases.links(letters.stream()
                .filter(letter -> letter.kind().release())
                .map(LetterLinks::who)
                .filter(Objects::nonNull)
                .toList());
        Map<Who, String> open = guests.pages(letters.stream()
                .map(LetterLinks::who)
                .filter(who -> who != null && who.guestId() != null)
                .toList());
        Map<Letter, Links> links = new HashMap<>();
        for (Letter letter : letters) {
            Who who = who(letter);
            links.put(
                    letter,
                    new Links(
                            Objects.requireNonNull(stop.get(letter.id())),
                            who != null && letter.kind().release() ? release.get(who) : null,
                            who == null ? null : open.get(who)));
        }
        return links;
    }

    private static @Nullable Who who(Letter letter) {
        Long tweetup = letter.tweetup();
        return tweetup == null ? null : new Who(tweetup, letter.librarianId(), letter.guestId());
    }
}
