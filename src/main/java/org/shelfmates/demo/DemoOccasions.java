package org.shelfmates.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the demo's occasions, with who will be there, and hangs tweetups on them that are there already. */
class DemoOccasions {

    private static final int LONGEST_SINCE = 20;

    private final JdbcTemplate jdbc;
    private final Diary diary;

    DemoOccasions(JdbcTemplate jdbc, Diary diary) {
        this.jdbc = jdbc;
        this.diary = diary;
    }

    void write(Script.Occasion occasion) {
        String[] place = occasion.place().split("/");
        jdbc.update(
                """
                insert into occasion (slug, name, first_day, last_day, place_id, link, words, made_by, created_at)
                select ?, ?, ?, ?, (select id from place where country = upper(?) and slug = ?), ?, ?, l.id,
                    greatest(l.joined_at, ?)
                from librarian l join account using (id) where handle = ?""",
                occasion.slug(),
                occasion.name(),
                day(occasion.first()),
                day(occasion.last()),
                place[0],
                place[1],
                occasion.link(),
                occasion.words(),
                Diary.sql(diary.ago(LONGEST_SINCE + 1, ZoneOffset.UTC)),
                occasion.maker());
        int days = LONGEST_SINCE;
        for (String handle : occasion.present()) {
            jdbc.update("""
                    insert into presence (occasion_id, librarian_id, since)
                    select (select id from occasion where slug = ?), l.id, greatest(l.joined_at, ?)
                    from librarian l join account using (id) where handle = ?""", occasion.slug(), Diary.sql(diary.ago(days--, ZoneOffset.UTC)), handle);
        }
        for (String title : occasion.tweetups()) {
            jdbc.update(
                    "update tweetup set occasion_id = (select id from occasion where slug = ?) where title = ?",
                    occasion.slug(),
                    title);
        }
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(diary.at(days, LocalTime.NOON, ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
