package org.shelfmates.librarian.suggest;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.shelfmates.librarian.People;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody does not want to be shown: never again, or not this week. Asking twice changes nothing. */
@Service
class Dismissals {

    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Dismissals(People people, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws NotFoundException when there is nobody of this handle, or nobody whom they may see
     * @throws BadRequestException for oneself: no page of ours offers it
     */
    @Transactional
    public void dismiss(String handle, long viewer) {
        long dismissed = id(handle, viewer);
        BadRequestException.unless(dismissed != viewer, "nobody is suggested to themselves");
        jdbc.sql("insert into suggestion_dismissal values (?, ?, ?) on conflict do nothing")
                .params(viewer, dismissed, Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws NotFoundException when there is nobody of this handle, or nobody whom they may see */
    @Transactional
    public void undo(String handle, long viewer) {
        jdbc.sql("delete from suggestion_dismissal where librarian_id = ? and dismissed_id = ?")
                .params(viewer, id(handle, viewer))
                .update();
    }

    /** Shows nobody new for the rest of the week. */
    @Transactional
    public void notNow(long viewer, LocalDate today) {
        jdbc.sql("update someone_new set put_off = true where librarian_id = ? and week = ?")
                .params(viewer, Date.valueOf(Week.of(today)))
                .update();
    }

    private long id(String handle, long viewer) {
        return people.find(handle, viewer).orElseThrow(NotFoundException::new).id();
    }
}
