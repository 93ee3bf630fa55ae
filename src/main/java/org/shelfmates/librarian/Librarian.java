package org.shelfmates.librarian;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person with an account and a profile. */
@Entity
class Librarian {

    @Id
    private long id;

    private String name;
    private long placeId;
    private Instant joinedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Librarian() {}

    Librarian(long accountId, String name, long placeId, Instant joinedAt) {
        this.id = accountId;
        this.name = name;
        this.placeId = placeId;
        this.joinedAt = joinedAt;
    }

    long placeId() {
        return placeId;
    }
}
