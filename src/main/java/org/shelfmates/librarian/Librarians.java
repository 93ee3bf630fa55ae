package org.shelfmates.librarian;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Librarians extends Repository<Librarian, Long> {

    Librarian save(Librarian librarian);

    Optional<Librarian> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Librarian> findLockedById(long id);
}
