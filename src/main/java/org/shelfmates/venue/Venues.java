package org.shelfmates.venue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory's venues by their ids. The id of one that was merged leads to the one that it turned out to be. */
@Service
@Transactional(readOnly = true)
public class Venues {

    private final JdbcClient jdbc;

    Venues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<VenueCard> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    /**
     * The id of the one that a venue turned out to be, or its own. A merge of it waits until the caller's transaction ends, and then
     * finds what names it.
     *
     * @return null when there is none
     */
    @Transactional
    public @Nullable Long standing(long id) {
        return jdbc.sql("select coalesce(merged_into, id) from venue where id = ? for key share")
                .param(id)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Each once, by id; those that do not exist are left out. */
    public List<VenueCard> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select " + VenueCard.COLUMNS + " from venue v join place p on p.id = v.place_id"
                                + " where v.id in (select coalesce(merged_into, id) from venue where id in (:ids)) order by v.id")
                .param("ids", ids)
                .query((row, n) -> VenueCard.read(row))
                .list();
    }
}
