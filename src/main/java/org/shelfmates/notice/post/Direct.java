package org.shelfmates.notice.post;

import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.DirectWriter.Written;

/** A mail that is no notice, with what it says. */
record Direct(long id, int tries, Written written, boolean refused) implements Claimed {

    @Override
    public Queue queue() {
        return Queue.DIRECT;
    }

    @Override
    public String email() {
        return written.email();
    }

    @Override
    public @Nullable Unwanted unwanted() {
        return refused ? Unwanted.REFUSED : null;
    }
}
