package org.shelfmates.venue.edit;

import java.util.List;
import org.shelfmates.place.Place;
import org.shelfmates.venue.VenueCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds venues that may be the one that somebody means: of a similar name, in the same place. */
@Service
@Transactional(readOnly = true)
class Similar {

    private static final int SHOWN = 6;

    /** In kilometres: the gazetteer has quarters of a city as places of their own. */
    private static final int SAME_PLACE = 10;

    private final JdbcClient jdbc;

    Similar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that are most alike first, with how far from the place they are.
     *
     * @param but the id of a venue that is not looked for, or 0
     */
    List<VenueCard> to(String name, Place place, long but) {
        if (name.isBlank()) {
            return List.of();
        }
        return jdbc.sql("select " + VenueCard.COLUMNS + """
                        , kilometres_of(v.position <-> earth_position(:latitude, :longitude)) as kilometres
                        from (select v.*, greatest(similarity(lower(v.name), lower(:name)),
                                word_similarity(lower(:name), lower(v.name)) - 0.2) as likeness
                            from venue v where v.merged_into is null and v.id <> :but
                                and v.position <@ cube_enlarge(earth_position(:latitude, :longitude), chord_of(:near), 3)) v
                        join place p on p.id = v.place_id where v.likeness >= 0.4
                        order by v.likeness desc, v.id limit :limit""")
                .param("name", name)
                .param("but", but)
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .param("near", SAME_PLACE)
                .param("limit", SHOWN)
                .query((row, n) -> VenueCard.read(row, true))
                .list();
    }
}
