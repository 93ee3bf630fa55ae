package org.shelfmates.tweetup.recap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Sight;
import org.shelfmates.picture.Picture;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.PreparedPicture;
import org.shelfmates.tweetup.Attendance;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of tweetups that are over. Its planners and whoever came add some; they are removed by the planners and by
 * who added them.
 */
@Service
class Album {

    static final int MOST = 12;
    static final int MOST_OF_ONE = 6;

    private final Plans plans;
    private final Pictures pictures;
    private final JdbcClient jdbc;
    private final Clock clock;

    Album(Plans plans, Pictures pictures, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.pictures = pictures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param addedBy the name of who added it, empty when they are gone
     * @param mine whether the viewer added it
     */
    record Entry(Picture picture, String alt, String caption, String addedBy, boolean mine) {}

    /** @param full the message that says why no more can be added, or null */
    record Page(
            Plans.Plan plan, List<Entry> entries, @Nullable String full) {

        public boolean mayRemove(Entry entry) {
            return plan.mine() || entry.mine();
        }
    }

    /**
     * @throws AccessDeniedException for who may not add pictures
     * @throws org.shelfmates.tweetup.WrongStateException before it is over
     */
    @Transactional(readOnly = true)
    Page page(long id, Viewer viewer) {
        Plans.Plan plan = contributed(plans.plan(id, viewer), viewer);
        List<Entry> entries = entries(id, viewer);
        return new Page(plan, entries, full(entries));
    }

    private List<Entry> entries(long id, Viewer viewer) {
        return jdbc.sql("select " + Picture.COLUMNS + """
                        , tp.alt, tp.caption, coalesce(l.name, '') as name, coalesce(tp.added_by = :viewer, false) as mine
                        from tweetup_picture tp join picture on picture.id = tp.picture_id
                        left join librarian l on l.id = tp.added_by and\s""" + Sight.OF_VIEWER + """

                        where tp.tweetup_id = :id order by tp.picture_id""")
                .param("id", id)
                .param("viewer", viewer.id())
                .query((row, n) -> new Entry(
                        Picture.read(row),
                        row.getString("alt"),
                        row.getString("caption"),
                        row.getString("name"),
                        row.getBoolean("mine")))
                .list();
    }

    private static @Nullable String full(List<Entry> entries) {
        if (entries.size() >= MOST) {
            return "recap.full";
        }
        return entries.stream().filter(Entry::mine).count() >= MOST_OF_ONE ? "recap.full.mine" : null;
    }

    private Plans.Plan contributed(Plans.Plan plan, Viewer viewer) {
        boolean came = jdbc.sql("select exists (select from rsvp r where r.tweetup_id = ? and r.librarian_id = ? and "
                        + Attendance.came("r") + ")")
                .params(plan.id(), viewer.id())
                .query(Boolean.class)
                .single();
        if (!came && !plan.mine()) {
            throw new AccessDeniedException("was not at tweetup " + plan.id());
        }
        return plan.over();
    }

    /** @throws AlbumFullException when it takes no more; of two at once for the last place one gets it */
    @Transactional
    void add(long id, Viewer viewer, PreparedPicture prepared, String alt, String caption) {
        contributed(plans.locked(id, viewer), viewer);
        byte[] sha256 = prepared.fingerprint();
        if (has(id, sha256)) {
            return; // sent twice
        }
        String full = full(entries(id, viewer));
        if (full != null) {
            throw new AlbumFullException(full);
        }
        jdbc.sql("insert into tweetup_picture (picture_id, tweetup_id, added_by, alt, caption, added_at, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        pictures.store(prepared),
                        id,
                        viewer.id(),
                        alt,
                        caption,
                        Timestamp.from(clock.instant()),
                        sha256)
                .update();
    }

    private boolean has(long id, byte[] sha256) {
        return jdbc.sql("select exists (select from tweetup_picture where tweetup_id = ? and sha256 = ?)")
                .params(id, sha256)
                .query(Boolean.class)
                .single();
    }

    /** @return the tweetup, whose picture it was */
    @Transactional
    Plans.Plan remove(long id, long picture, Viewer viewer) {
        Plans.Plan plan = plans.plan(id, viewer);
        boolean mine = jdbc.sql("select coalesce(added_by = ?, false) from tweetup_picture"
                        + " where tweetup_id = ? and picture_id = ?")
                .params(viewer.id(), id, picture)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!mine && !plan.mine()) {
            throw new AccessDeniedException("somebody else's picture");
        }
        pictures.delete(picture);
        return plan;
    }
}
