package org.shelfmates.librarian;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Librarians extends Repository<Librarian, Long> {

    Librarian save(Librarian librarian);

    Optional<Librarian> findById(long id);
}
