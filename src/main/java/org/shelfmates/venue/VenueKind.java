package org.shelfmates.venue;

/** What kind of space a venue is; the words are the messages {@code venue.kind.…}. */
public enum VenueKind {
    LIBRARY_ROOM,
    CAFE,
    PUB,
    RESTAURANT,
    MUSEUM,
    COMMUNITY_ROOM,
    UNIVERSITY,
    PARK,
    ONLINE,
    OTHER;

    /** Whether nobody has to go there: such a venue has no address, steps or toilets. */
    public boolean online() {
        return this == ONLINE;
    }
}
