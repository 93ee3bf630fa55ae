package org.shelfmates.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody enters with. The address belongs to them once they have confirmed it, not before. */
@Entity
class Account {

    enum Role {
        LIBRARIAN,
        MODERATOR,
        ADMINISTRATOR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String handle;
    private String email;
    private @Nullable Instant emailConfirmedAt;
    private String password;

    @Enumerated(EnumType.STRING)
    private Role role = Role.LIBRARIAN;

    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Account() {}

    Account(String handle, String email, String password, Instant createdAt) {
        this.handle = handle;
        this.email = email;
        this.password = password;
        this.createdAt = createdAt;
    }

    /** @return whether it is confirmed now: not when the address has changed since the confirmation was sent */
    boolean confirmEmail(String confirmed, Instant now) {
        if (emailConfirmedAt == null && email.equals(confirmed)) {
            emailConfirmedAt = now;
        }
        return email.equals(confirmed);
    }

    long id() {
        return java.util.Objects.requireNonNull(id);
    }

    String handle() {
        return handle;
    }

    void rename(String handle) {
        this.handle = handle;
    }

    String email() {
        return email;
    }

    boolean emailConfirmed() {
        return emailConfirmedAt != null;
    }

    String password() {
        return password;
    }

    Role role() {
        return role;
    }
}
