package org.shelfmates.librarian.handle;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.PastAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of handles that nobody has any more: their addresses lead to the profile and every page below it. */
@Service
class PastHandles implements PastAddress {

    private final JdbcClient jdbc;

    PastHandles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String below() {
        return "/librarians/";
    }

    @Override
    public String variable() {
        return "handle";
    }

    /** The handle by now of whoever had this one, if who looks may see them. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> now(String handle) {
        return jdbc.sql("""
                        select a.handle from past_handle h join account a on a.id = h.account_id
                        join librarian l on l.id = a.id
                        where h.handle = :handle and a.handle <> :handle and %s limit 1""".formatted(Sight.OF_VIEWER))
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", viewer(), java.sql.Types.BIGINT)
                .query(String.class)
                .optional();
    }

    private static @Nullable Long viewer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Viewer viewer ? viewer.id() : null;
    }
}
