package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.librarian.wish.ThreeOfUs;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.springframework.stereotype.Component;

/** Tells who wished for company that there is some. */
@Component
class WishesTold {

    private final Places places;
    private final Notices notices;

    WishesTold(Places places, Notices notices) {
        this.places = places;
        this.notices = notices;
    }

    /** Once of each wish. */
    @AfterCommit
    void on(ThreeOfUs event) {
        Place place = places.byId(event.placeId()).orElseThrow();
        notices.tell(
                new Telling(
                        Kind.THREE_OF_US,
                        new Subject("place", place.id()),
                        "three:" + place.id() + ":" + event.wishedAt().toEpochMilli(),
                        place.name(),
                        place.path(),
                        null,
                        List.of()),
                List.of(event.librarianId()));
    }
}
