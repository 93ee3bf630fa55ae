package org.shelfmates.demo;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the demo's programmes, with their things to do and their members. */
class DemoProgrammes {

    private final JdbcTemplate jdbc;

    DemoProgrammes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Script.Programme programme) {
        jdbc.update("""
                insert into programme (slug, name, description, organiser_id, created_at)
                select ?, ?, ?, l.id, l.joined_at from librarian l join account using (id) where handle = ?""", programme.slug(), programme.name(), programme.description(), programme.organiser());
        int position = 1;
        for (String title : programme.things()) {
            jdbc.update(
                    "insert into thing (programme_id, position, title) select id, ?, ? from programme where slug = ?",
                    position++,
                    title,
                    programme.slug());
        }
        int shown = programme.shown();
        for (String handle : programme.members()) {
            jdbc.update("""
                    insert into programme_member (programme_id, librarian_id, shown, joined_at)
                    select (select id from programme where slug = ?), l.id, ?, l.joined_at
                    from librarian l join account using (id) where handle = ?""", programme.slug(), shown-- > 0, handle);
        }
    }
}
