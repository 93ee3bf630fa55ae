package org.shelfmates.notice.told;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.venue.appeal.AppealAnswered;
import org.shelfmates.venue.appeal.AppealClosed;
import org.shelfmates.venue.appeal.SuggestionTaken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who asks for a space that one is suggested, and who helped that it was taken, or that one was found. */
@Component
class AppealsTold {

    private static final String SUGGESTED = """
            select a.id as appeal_id, a.words, s.id, s.librarian_id, s.guest_id, v.name as venue, s.note,
                coalesce(l.name, s.guest_name) as author, s.state, s.reason
            from appeal_suggestion s join appeal a on a.id = s.appeal_id join venue v on v.id = s.venue_id
            left join librarian l on l.id = s.librarian_id
            where s.id = ? and s.stands_at is not null and s.withdrawn_at is null""";

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    AppealsTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Suggested(
            long appealId,
            String words,
            long id,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            String venue,
            String note,
            String author,
            String state,
            String reason) {}

    /** Who runs the appeal, and who opened it; not when the suggestion is taken back already. */
    @AfterCommit
    void on(AppealAnswered event) {
        jdbc.sql(SUGGESTED)
                .param(event.suggestionId())
                .query(Suggested.class)
                .optional()
                .ifPresent(one -> notices.tell(
                        telling(
                                Kind.APPEAL_ANSWERED,
                                one,
                                "suggestion:" + one.id(),
                                new Telling.Actor(one.librarianId(), one.author()),
                                one.note()),
                        running(one.appealId())));
    }

    private static Telling telling(Kind kind, Suggested one, String key, Telling.@Nullable Actor actor, String words) {
        return new Telling(
                kind,
                new Subject("appeal", one.appealId()),
                key,
                one.words(),
                "/appeals/" + one.appealId() + "#suggestion-" + one.id(),
                actor,
                List.of(Word.text(one.venue()), Word.text(words)));
    }

    private List<Long> running(long appeal) {
        return jdbc.sql("""
                        select a.opened_by from appeal a where a.id = :appeal and a.opened_by is not null
                        union
                        select p.librarian_id from appeal a join planner p on p.tweetup_id = a.tweetup_id where a.id = :appeal
                        union
                        select m.librarian_id from appeal a join membership m on m.group_id = a.group_id and m.organiser
                        where a.id = :appeal""").param("appeal", appeal).query(Long.class).list();
    }

    /** Who suggested it; not when it is no longer taken. */
    @AfterCommit
    void on(SuggestionTaken event) {
        jdbc.sql(SUGGESTED)
                .param(event.suggestionId())
                .query(Suggested.class)
                .optional()
                .filter(one -> one.state().equals("TAKEN"))
                .ifPresent(one -> notices.tell(
                        telling(
                                Kind.SUGGESTION_TAKEN,
                                one,
                                "suggestion-taken:" + one.id(),
                                audience.actor(event.by()),
                                one.reason()),
                        one.librarianId() == null ? List.of() : List.of(one.librarianId()),
                        one.guestId() == null ? List.of() : List.of(one.guestId())));
    }

    private record Closed(String words, String because, String closed) {}

    private record Helper(
            @Nullable Long librarianId, @Nullable Long guestId) {}

    /** Who helped, but whose own suggestion was taken, which they hear of; nobody when it closed without success. */
    @AfterCommit
    void on(AppealClosed event) {
        jdbc.sql("""
                        select words, closed_because as because, closed_at::text as closed from appeal
                        where id = ? and thanked""").param(event.appealId()).query(Closed.class).optional().ifPresent(closed -> thank(event, closed));
    }

    private void thank(AppealClosed event, Closed closed) {
        List<Helper> helpers =
                jdbc.sql("""
                        select s.librarian_id, s.guest_id from appeal_suggestion s
                        where s.appeal_id = ? and s.stands_at is not null and s.withdrawn_at is null
                        group by s.librarian_id, s.guest_id having not bool_or(s.state = 'TAKEN')""").param(event.appealId()).query(Helper.class).list();
        notices.tell(
                new Telling(
                        Kind.APPEAL_CLOSED,
                        new Subject("appeal", event.appealId()),
                        "appeal-closed:" + event.appealId() + ":" + closed.closed(),
                        closed.words(),
                        "/appeals/" + event.appealId(),
                        audience.actor(event.by()),
                        List.of(Word.text(closed.because()))),
                helpers.stream()
                        .map(Helper::librarianId)
                        .filter(Objects::nonNull)
                        .toList(),
                helpers.stream().map(Helper::guestId).filter(Objects::nonNull).toList());
    }
}
