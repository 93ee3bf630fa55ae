package org.shelfmates.tweetup;

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

/** Lets people talk about tweetups: everybody, moderated by the planners. */
@Component
class TweetupTalk implements SubjectKind {

    private final Plans plans;
    private final JdbcClient jdbc;

    TweetupTalk(Plans plans, JdbcClient jdbc) {
        this.plans = plans;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return Tweetup.subject(0).kind();
    }

    @Override
    @Transactional(readOnly = true)
    public Topic topic(long id, @Nullable Long viewer) {
        Tweetup tweetup = plans.find(id);
        Plans.Plan plan = plans.plan(tweetup, viewer != null && tweetup.isPlannedBy(viewer));
        return new Topic(plan.title(), plan.path(), plan.zone(), plan.mine());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Subject, Title> titles(Collection<Subject> subjects, @Nullable Long viewer) {
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
