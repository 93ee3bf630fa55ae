package org.shelfmates.exchange;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.SubjectKind;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets two people talk where nobody else may read. */
@Component
class ExchangeTalk implements SubjectKind {

    private static final String KIND = "exchange";

    private final Exchanges exchanges;
    private final JdbcClient jdbc;

    ExchangeTalk(Exchanges exchanges, JdbcClient jdbc) {
        this.exchanges = exchanges;
        this.jdbc = jdbc;
    }

    static Subject subject(long id) {
        return new Subject(KIND, id);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Set<Long>> readers(long id) {
        return Optional.of(
                exchanges.pair(id).map(pair -> Set.of(pair.one(), pair.other())).orElse(Set.of()));
    }

    @Override
    public boolean letters() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayWrite(long id, long librarian) {
        return exchanges.mayWrite(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Topic topic(long id, @Nullable Long viewer) {
        Subject subject = subject(id);
        Title title = titles(List.of(subject), viewer).get(subject);
        if (title == null) {
            throw new NotFoundException();
        }
        return new Topic(title.words(), title.path(), title.zone(), false);
    }

    /** The two names, which are the same in every language and for both; times as it is where the reader lives. */
    @Override
    @Transactional(readOnly = true)
    public Map<Subject, Title> titles(Collection<Subject> subjects, @Nullable Long viewer) {
        Map<Subject, Title> titles = new HashMap<>();
        if (viewer == null) {
            return titles;
        }
        jdbc.sql("""
                        select e.id, one.name as one, other.name as other, p.zone
                        from exchange e join librarian one on one.id = e.one_id join librarian other on other.id = e.other_id
                        join librarian l on l.id = :viewer join place p on p.id = l.place_id
                        where e.id = any(:ids) and :viewer in (e.one_id, e.other_id)""")
                .param("viewer", viewer)
                .param("ids", subjects.stream().map(Subject::id).toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    titles.put(
                            subject(id),
                            new Title(
                                    row.getString("one") + " · " + row.getString("other"),
                                    Exchanges.pathOf(id),
                                    ZoneId.of(row.getString("zone"))));
                });
        return titles;
    }
}
