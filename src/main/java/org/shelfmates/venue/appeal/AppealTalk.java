package org.shelfmates.venue.appeal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people talk about appeals: everybody, moderated by who runs them. */
@Component
class AppealTalk implements SubjectKind {

    private final Appeals appeals;
    private final JdbcClient jdbc;

    AppealTalk(Appeals appeals, JdbcClient jdbc) {
        this.appeals = appeals;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return Appeal.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Topic topic(long id, @Nullable Long viewer) {
        Appeal appeal = appeals.find(id, viewer);
        return new Topic(appeal.words(), appeal.path(), appeal.zone(), appeal.runs());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Subject, Title> titles(Collection<Subject> subjects, @Nullable Long viewer) {
        Map<Subject, Title> titles = new HashMap<>();
        jdbc.sql("select a.id, a.words, p.zone from appeal a join place p on p.id = a.place_id where a.id = any(?)")
                .param(subjects.stream().map(Subject::id).toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    titles.put(
                            Appeal.subject(id),
                            new Title(row.getString("words"), Appeal.pathOf(id), ZoneId.of(row.getString("zone"))));
                });
        return titles;
    }
}
