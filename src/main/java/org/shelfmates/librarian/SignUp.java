package org.shelfmates.librarian;

import java.time.Clock;
import org.shelfmates.account.HandleTakenException;
import org.shelfmates.account.Registration;
import org.shelfmates.place.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody a librarian: an account and a profile, both or neither. */
@Service
class SignUp {

    private final Registration registration;
    private final Librarians librarians;
    private final Clock clock;

    SignUp(Registration registration, Librarians librarians, Clock clock) {
        this.registration = registration;
        this.librarians = librarians;
        this.clock = clock;
    }

    /** @throws HandleTakenException when somebody has the handle; nothing is written then */
    @Transactional
    public void join(SignUpForm form, Place home) {
        long id = registration.open(form.handle(), form.email(), form.password());
        librarians.save(new Librarian(id, form.name(), home.id(), clock.instant()));
    }
}
