package org.shelfmates.group.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.shelfmates.group.MemberInvited;
import org.shelfmates.group.Memberships;
import org.shelfmates.group.Organisers;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.GoneException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking people into a group: by name, or by links, of which only the hash is kept. */
@Service
class Invitations {

    /** Open at once, of a group: the page lists them all. */
    static final int MOST = 100;

    static final int MOST_LINKS = 20;

    private final Organisers organisers;
    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            Organisers organisers,
            Memberships memberships,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisers = organisers;
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A link that invites, without its secret. */
    record Link(long id, Instant madeAt, Instant expiresAt) {

        /** By UTC. */
        public LocalDate madeOn() {
            return madeAt.atZone(ZoneOffset.UTC).toLocalDate();
        }

        public LocalDate expiresOn() {
            return expiresAt.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }

    /** What waits for an answer. */
    record Open(List<Person> people, List<Link> links) {}

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional(readOnly = true)
    Open open(String slug, long viewer) {
        long group = organisers.require(slug, viewer);
        List<Person> people = jdbc.sql("select l.id as person_id, a.handle, l.name as person_name"
                        + " from group_invitation i join librarian l on l.id = i.librarian_id"
                        + " join account a on a.id = l.id where i.group_id = :group and " + Sight.OF_VIEWER
                        + " order by i.invited_at desc, l.id limit :most")
                .param("group", group)
                .param("viewer", viewer)
                .param("most", MOST)
                .query((row, n) -> Person.of(row))
                .list();
        List<Link> links = jdbc.sql("select id, made_at, expires_at from group_link"
                        + " where group_id = ? and expires_at > ? order by id desc limit ?")
                .params(group, now(), MOST_LINKS)
                .query(Link.class)
                .list();
        return new Open(people, links);
    }

    /** What came of inviting somebody, as the end of a message. */
    enum Outcome {
        INVITED,
        UNKNOWN,
        MEMBER,
        MANY
    }

    /**
     * Asks somebody in, also who was removed before.
     *
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional
    Outcome invite(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        Long librarian = jdbc.sql(
                        "select l.id from librarian l join account a on a.id = l.id where a.handle = :handle and "
                                + Sight.OF_VIEWER
                                + " and not exists (select from block where blocker_id = :viewer and blocked_id = l.id)")
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", organiser)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (librarian == null) {
            return Outcome.UNKNOWN;
        }
        if (count("select count(*) from membership where group_id = ? and librarian_id = ?", group, librarian) > 0) {
            return Outcome.MEMBER;
        }
        if (count("select count(*) from group_invitation where group_id = ?", group) >= MOST) {
            return Outcome.MANY;
        }
        int invited = jdbc.sql("insert into group_invitation values (?, ?, ?, ?) on conflict do nothing")
                .params(group, librarian, organiser, now())
                .update();
        if (invited > 0) {
            events.publishEvent(new MemberInvited(group, librarian, organiser));
        }
        return Outcome.INVITED;
    }

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional
    void takeBack(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        jdbc.sql("delete from group_invitation where group_id = ?"
                        + " and librarian_id = (select id from account where handle = ?)")
                .params(group, handle.toLowerCase(Locale.ROOT))
                .update();
    }

    /** By who is asked in: there is nothing left of it. */
    @Transactional
    void refuse(String slug, long librarian) {
        jdbc.sql("delete from group_invitation where group_id = ? and librarian_id = ?")
                .params(organisers.lock(slug), librarian)
                .update();
    }

    /**
     * Makes a link for whoever has it.
     *
     * @return its secret, which cannot be read again; or nothing when the group has {@value #MOST_LINKS}
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional
    java.util.Optional<String> link(String slug, Duration lasts, long organiser) {
        long group = organisers.forChange(slug, organiser);
        jdbc.sql("delete from group_link where group_id = ? and expires_at < ?")
                .params(group, Timestamp.from(clock.instant().minus(Duration.ofDays(90))))
                .update();
        if (count("select count(*) from group_link where group_id = ? and expires_at > ?", group, now())
                >= MOST_LINKS) {
            return java.util.Optional.empty();
        }
        String token = Token.random();
        jdbc.sql("insert into group_link (group_id, token_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        group,
                        Token.hash(token),
                        organiser,
                        now(),
                        Timestamp.from(clock.instant().plus(lasts)))
                .update();
        return java.util.Optional.of(token);
    }

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional
    void takeBackLink(String slug, long link, long organiser) {
        long group = organisers.forChange(slug, organiser);
        int taken = jdbc.sql("delete from group_link where group_id = ? and id = ?")
                .params(group, link)
                .update();
        if (taken == 0) {
            throw new NotFoundException();
        }
    }

    private record Invited(String slug, Instant expiresAt) {}

    /**
     * The slug of the group that a link invites into.
     *
     * @throws NotFoundException for a link that was never made, or was taken back
     * @throws GoneException for one that has expired
     */
    @Transactional(readOnly = true)
    String group(String token) {
        Invited invited = jdbc.sql(
                        "select g.slug, k.expires_at from group_link k join city_group g on g.id = k.group_id"
                                + " where k.token_hash = ?")
                .param(Token.hash(token))
                .query(Invited.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!invited.expiresAt().isAfter(clock.instant())) {
            throw new GoneException("group/link-gone");
        }
        return invited.slug();
    }

    /**
     * Joins by a link.
     *
     * @return the group's slug
     * @throws AccessDeniedException for who was removed: a link that others have is no organiser's word
     */
    @Transactional
    String accept(String token, long librarian) {
        long group = organisers.lock(group(token));
        String slug = group(token); // it may have been taken back while the row was waited for
        if (removed(slug, librarian)) {
            throw new AccessDeniedException("was removed from " + slug);
        }
        memberships.admit(group, librarian);
        return slug;
    }

    /** Whether an organiser has removed somebody, who is let in by no link then. */
    @Transactional(readOnly = true)
    public boolean removed(String slug, long librarian) {
        return count("""
                select count(*) from removed_member r join city_group g on g.id = r.group_id
                where g.slug = ? and r.librarian_id = ?""", slug, librarian) > 0;
    }

    private long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
