package org.shelfmates.notice.post;

import org.jspecify.annotations.Nullable;

/** A mail that is to be sent now, claimed by this instance. */
sealed interface Claimed permits Letter, Direct {

    Queue queue();

    long id();

    /** How often it was claimed, this time included. */
    int tries();

    String email();

    /** Why it must not be sent any more, or null. */
    @Nullable
    Unwanted unwanted();

    /** The same whenever it is sent. */
    default String name() {
        return queue().name(id());
    }

    /** Why a mail that was due is not sent. */
    enum Unwanted {
        /** They have chosen meanwhile to be told in another way, or what it was for is done. */
        SETTING,
        /** The address belongs to nobody who has confirmed it. */
        UNCONFIRMED,
        /** A mail server said that there is no such address. */
        REFUSED
    }
}
