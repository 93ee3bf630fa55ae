package org.shelfmates.librarian.edit;

import java.util.List;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The interests that people have, and how many have each. */
@Service
class InterestsInUse {

    private static final int MOST = 8;

    /** At the end of the order of bytes that UTF-8 can have. */
    private static final String LAST = "\uDBFF\uDFFD";

    private final JdbcClient jdbc;

    InterestsInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param people how many have it on their cards, for everyone to see */
    record Used(String tag, int people) {}

    /** Those that begin like what is typed, whatever its case and accents; most used first. */
    @Transactional(readOnly = true)
    List<Used> like(String typed) {
        String beginning = Slug.of(typed);
        return beginning.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select tag, people from interest
                                where tag collate "C" >= :from and tag collate "C" < :to and people > 0
                                order by people desc, tag limit :limit""")
                        .param("from", beginning)
                        .param("to", beginning + LAST)
                        .param("limit", MOST)
                        .query((row, n) -> new Used(row.getString("tag"), row.getInt("people")))
                        .list();
    }

    /** Adds up what has changed since the last time; two at once share it, in one order, so that neither waits for ever. */
    @Transactional
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    public void addUp() {
        jdbc.sql("""
                        with taken as (
                            delete from interest_change where id in (
                                select id from interest_change order by id limit 100000 for update skip locked)
                            returning tag, delta)
                        insert into interest as i (tag, people)
                        select tag, sum(delta) from taken group by tag having sum(delta) <> 0 order by tag
                        on conflict (tag) do update set people = i.people + excluded.people""").update();
        jdbc.sql("delete from interest where people = 0").update();
    }
}
