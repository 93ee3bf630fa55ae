package org.shelfmates.venue.appeal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links in mails that confirm guests' suggestions, each known by its hash alone, and their private pages afterwards. */
@Service
public class SuggestionLinks {

    private static final Duration VALID = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;

    SuggestionLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What to mail; makes the link. Empty when there is nothing to confirm any more. */
    @Transactional
    public Optional<SuggestionLetter> letter(SuggestionAsked asked) {
        return jdbc.sql("""
                        select g.email, s.guest_name, s.language, s.suggested_at, a.words
                        from appeal_suggestion s join guest g on g.id = s.guest_id join appeal a on a.id = s.appeal_id
                        where s.id = ? and s.stands_at is null and s.withdrawn_at is null and g.email is not null""")
                .param(asked.suggestionId())
                .query((row, n) -> new SuggestionLetter(
                        row.getString("email"),
                        row.getString("guest_name"),
                        row.getString("language"),
                        row.getString("words"),
                        "/suggestions/" + link(asked.suggestionId(), row.getTimestamp("suggested_at"))))
                .optional();
    }

    private String link(long suggestion, Timestamp askedAt) {
        String token = Token.random();
        jdbc.sql("insert into appeal_link (token_hash, suggestion_id, expires_at) values (?, ?, ?)")
                .params(
                        Token.hash(token),
                        suggestion,
                        Timestamp.from(askedAt.toInstant().plus(VALID)))
                .update();
        return token;
    }

    /**
     * What a link is for.
     *
     * @param guestId whose suggestion it is, null when an account has claimed it
     * @param name of the guest
     * @param venue what is suggested
     * @param expired whether it can confirm no more
     * @param removed whether it was withdrawn by who runs the appeal
     * @param open whether the appeal is
     * @param full whether the appeal takes no more
     */
    public record Target(
            long id,
            long appealId,
            String words,
            @Nullable Long guestId,
            String name,
            String venue,
            boolean expired,
            boolean stands,
            boolean withdrawn,
            boolean removed,
            boolean taken,
            boolean open,
            boolean full) {

        /** Whether it waits for its guest. */
        public boolean held() {
            return !stands && !withdrawn;
        }

        /** The address of the appeal. */
        public String path() {
            return Appeal.pathOf(appealId);
        }
    }

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    public Target find(String token) {
        return jdbc.sql("""
                        select s.id, s.appeal_id, a.words, s.guest_id, s.guest_name as name,
                            coalesce(v.name, s.new_venue ->> 'name') as venue, l.expires_at <= :now as expired,
                            s.stands_at is not null as stands, s.withdrawn_at is not null as withdrawn,
                            s.removed, s.state = 'TAKEN' as taken, a.closed_at is null and %s is null as open,
                            (select count(*) from appeal_suggestion s where s.appeal_id = a.id and %s) >= %d as full
                        from appeal_link l join appeal_suggestion s on s.id = l.suggestion_id
                        join appeal a on a.id = s.appeal_id left join tweetup t on t.id = a.tweetup_id
                        left join venue v on v.id = s.venue_id
                        where l.token_hash = :hash""".formatted(Appeals.ENDED, AppealSuggestions.STANDS, AppealSuggestions.MOST))
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", Token.hash(token))
                .query(Target.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
