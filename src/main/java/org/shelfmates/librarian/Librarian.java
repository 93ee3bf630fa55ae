package org.shelfmates.librarian;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person with an account and a profile. */
@Entity
class Librarian {

    @Id
    private long id;

    private String name;
    private long placeId;
    private String work = "";
    private String about = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] sectors = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] interests = {};

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

    void describe(String name, long placeId, String work, String about, List<Sector> sectors, List<String> interests) {
        this.name = name;
        this.placeId = placeId;
        this.work = work;
        this.about = about;
        this.sectors = sectors.stream().map(Sector::name).toArray(String[]::new);
        this.interests = interests.toArray(String[]::new);
    }

    /** The edition that an edit form started from. */
    int version() {
        return version == null ? 0 : version;
    }

    String name() {
        return name;
    }

    long placeId() {
        return placeId;
    }

    String work() {
        return work;
    }

    String about() {
        return about;
    }

    List<Sector> sectors() {
        return List.of(sectors).stream().map(Sector::valueOf).toList();
    }

    List<String> interests() {
        return List.of(interests);
    }
}
