package org.shelfmates.notice.told;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.visit.VisitAnnounced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who lives where a visitor comes to, and who belongs to a group there. */
@Component
class VisitsTold {

    /** A visit to the largest town is no mail to everybody: those who follow the visitor come first, then the nearest. */
    private static final int MOST = 1000;

    private static final int NEAR = 25;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Clock clock;

    VisitsTold(JdbcClient jdbc, Notices notices, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.notices = notices;
    }

    private record Visit(long id, long visitor, String name, String place, String days, String words, String home) {}

    /** Once of each visit, however often it is changed; not of one that is cancelled or over by now. */
    @AfterCommit
    void on(VisitAnnounced event) {
        jdbc.sql("""
                        select v.id, v.librarian_id as visitor, l.name, p.name as place, v.words, h.name as home,
                            case when v.first_day = v.last_day then v.first_day::text
                                else v.first_day || ' – ' || v.last_day end as days
                        from visit v join place p on p.id = v.place_id join librarian l on l.id = v.librarian_id
                        join place h on h.id = l.place_id
                        where v.id = :visit and v.last_day >= (:now at time zone p.zone)::date""")
                .param("visit", event.visitId())
                .param("now", OffsetDateTime.now(clock))
                .query(Visit.class)
                .optional()
                .ifPresent(visit -> notices.tell(telling(visit), around(visit)));
    }

    /** Nobody who has blocked the visitor, or whom the visitor has blocked, nor who does not want to know. */
    private List<Long> around(Visit visit) {
        return jdbc.sql("""
                        with here as (select p.position as at from place p join visit v on v.place_id = p.id where v.id = :visit),
                        near as materialized (
                            select id, position <-> (select at from here) as chord from place
                            where position <@ cube_enlarge((select at from here), chord_of(:within), 3)
                                and position <-> (select at from here) <= chord_of(:within)),
                        people as (
                            select l.id, n.chord from near n join librarian l on l.place_id = n.id
                            union all
                            select m.librarian_id, 0 from near n join city_group g on g.place_id = n.id
                            join membership m on m.group_id = g.id)
                        select s.id from people s
                        left join follow f on f.follower_id = s.id and f.followed_id = :visitor
                        where s.id <> :visitor
                            and not exists (select from notice_setting o
                                where o.librarian_id = s.id and o.kind = :kind and o.channel = 'OFF')
                            and not exists (select from block where blocker_id = s.id and blocked_id = :visitor)
                            and not exists (select from block where blocker_id = :visitor and blocked_id = s.id)
                        group by s.id order by count(f.follower_id) = 0, min(s.chord), s.id limit :most""")
                .param("visit", visit.id())
                .param("visitor", visit.visitor())
                .param("within", NEAR)
                .param("kind", Kind.VISIT.name())
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    private static Telling telling(Visit visit) {
        return new Telling(
                Kind.VISIT,
                new Subject("visit", visit.id()),
                "visit:" + visit.id(),
                visit.place(),
                "/visits/" + visit.id(),
                new Telling.Actor(visit.visitor(), visit.name()),
                List.of(Word.text(visit.days()), Word.text(visit.home()), Word.text(visit.words())));
    }
}
