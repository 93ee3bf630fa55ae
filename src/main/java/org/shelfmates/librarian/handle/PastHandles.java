package org.shelfmates.librarian.handle;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of handles that nobody has any more. */
@Service
class PastHandles {

    private final JdbcClient jdbc;

    PastHandles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The handle by now of whoever had this one, if the viewer may see them.
     *
     * @param viewer an id, or null
     */
    @Transactional(readOnly = true)
    Optional<String> now(String handle, @Nullable Long viewer) {
        return jdbc.sql("""
                        select a.handle from past_handle h join account a on a.id = h.account_id
                        join librarian l on l.id = a.id
                        where h.handle = :handle and a.handle <> :handle and %s limit 1""".formatted(Sight.OF_VIEWER))
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", viewer, java.sql.Types.BIGINT)
                .query(String.class)
                .optional();
    }
}
