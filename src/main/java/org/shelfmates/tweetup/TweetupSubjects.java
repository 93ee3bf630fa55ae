package org.shelfmates.tweetup;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.Subjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tweetups as what threads are about. */
@Component
class TweetupSubjects implements Subjects {

    private final JdbcClient jdbc;

    TweetupSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return Tweetup.subject(0).kind();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Subject, Title> titles(Collection<Subject> subjects) {
        Map<Subject, Title> titles = new HashMap<>();
        jdbc.sql("select id, slug, title, zone from tweetup where id = any(?)")
                .param(subjects.stream().map(Subject::id).toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    titles.put(
                            Tweetup.subject(id),
                            new Title(
                                    row.getString("title"),
                                    "/tweetups/" + id + "/" + row.getString("slug"),
                                    ZoneId.of(row.getString("zone"))));
                });
        return titles;
    }
}
