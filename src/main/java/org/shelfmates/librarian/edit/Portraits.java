package org.shelfmates.librarian.edit;

import java.util.Optional;
import org.shelfmates.librarian.LibrarianBlocked;
import org.shelfmates.librarian.card.Audiences;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.Portrait;
import org.shelfmates.picture.PreparedPicture;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures on librarians' cards. Of each there is one, and the database forgets the one before. */
@Service
class Portraits {

    private final Pictures pictures;
    private final JdbcClient jdbc;

    Portraits(Pictures pictures, JdbcClient jdbc) {
        this.pictures = pictures;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<Portrait> of(long librarianId) {
        return jdbc.sql(
                        "select picture.token from librarian l join picture on picture.id = l.picture_id where l.id = ?")
                .param(librarianId)
                .query((row, n) -> new Portrait(row.getString("token")))
                .optional();
    }

    @Transactional
    void show(long librarianId, PreparedPicture prepared) {
        jdbc.sql("update librarian set picture_id = ? where id = ?")
                .params(pictures.store(prepared), librarianId)
                .update();
    }

    @Transactional
    void remove(long librarianId) {
        jdbc.sql("update librarian set picture_id = null where id = ?")
                .param(librarianId)
                .update();
    }

    /** Who sees a card and the picture on it. */
    record Seen(Audiences audiences, boolean hidden) {

        private boolean narrowerThan(Seen before) {
            return hidden && !before.hidden
                    || audiences.of(Part.PICTURE).compareTo(before.audiences.of(Part.PICTURE)) > 0;
        }
    }

    /** Who saw the picture knows its address. When it is for fewer than before, it gets another one. */
    @Transactional
    void narrow(long librarianId, Seen before, Seen now) {
        if (now.narrowerThan(before)) {
            readdress(librarianId);
        }
    }

    /** In the same transaction: whoever is blocked has no moment in which to look. */
    @EventListener
    void on(LibrarianBlocked event) {
        readdress(event.blockerId());
    }

    private void readdress(long librarianId) {
        jdbc.sql("select picture_id from librarian where id = ? and picture_id is not null")
                .param(librarianId)
                .query(Long.class)
                .optional()
                .ifPresent(pictures::readdress);
    }
}
