package org.shelfmates.tweetup.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Subject;
import org.shelfmates.tweetup.GuestClaimed;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.rsvp.Guests;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What guests say. It is kept apart until the link in the mail proves whose it is, and, where the planners want that, until
 * one of them publishes it. Then it is a comment like any other.
 */
@Service
class GuestTalk {

    private final Guests guests;
    private final GuestCommentLinks links;
    private final GuestBrowsers browsers;
    private final Conversations conversations;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GuestTalk(
            Guests guests,
            GuestCommentLinks links,
            GuestBrowsers browsers,
            Conversations conversations,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guests = guests;
        this.links = links;
        this.browsers = browsers;
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Who says something, with an address that nobody has proved yet. */
    record Sender(String name, String email, Locale language) {}

    /**
     * Takes a comment down; the mail with the link is sent after the commit. Says nothing of whether the address is known.
     *
     * @throws BadRequestException when it answers a comment of another thread
     * @throws CommentDeletedException when it answers one that is deleted
     */
    @Transactional
    void ask(long tweetupId, Sender sender, CommentForm form) {
        long guest = guests.known(sender.name(), sender.email());
        events.publishEvent(
                new GuestCommentAsked(keep(tweetupId, guest, sender.name(), sender.language(), form, false)));
    }

    /**
     * The same by a guest who has proved who they are.
     *
     * @return the comment's id; empty when it waits for a planner
     */
    @Transactional
    Optional<Long> say(long tweetupId, GuestBrowsers.Known guest, Locale language, CommentForm form) {
        if (held(tweetupId)) {
            events.publishEvent(new GuestCommentHeld(keep(tweetupId, guest.id(), guest.name(), language, form, true)));
            return Optional.empty();
        }
        return Optional.of(post(tweetupId, guest.id(), guests.account(guest.id()), form));
    }

    /** @param account of whom what this guest says is by now */
    private long post(long tweetupId, long guest, Optional<Long> account, CommentForm form) {
        Subject subject = Tweetup.subject(tweetupId);
        return account.map(author -> conversations.post(subject, author, form))
                .orElseGet(() -> conversations.postAsGuest(subject, guest, form));
    }

    private long keep(long tweetupId, long guest, String name, Locale language, CommentForm form, boolean used) {
        if (form.parent() != null) {
            conversations.requireThere(Tweetup.subject(tweetupId), form.parent());
        }
        return jdbc.sql("""
                        insert into guest_comment (tweetup_id, guest_id, parent_id, name, body, question, language, asked_at,
                            used_at)
                        values (:tweetup, :guest, :parent, :name, :body, :question, :language, :now, :used) returning id""")
                .param("tweetup", tweetupId)
                .param("guest", guest)
                .param("parent", form.parent(), Types.BIGINT)
                .param("name", name)
                .param("body", form.body())
                .param("question", form.asks())
                .param("language", language.toLanguageTag())
                .param("now", now())
                .param("used", used ? now() : null, Types.TIMESTAMP)
                .query(Long.class)
                .single();
    }

    private boolean held(long tweetupId) {
        return jdbc.sql("select hold_guests from tweetup where id = ?")
                .param(tweetupId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What came of a link.
     *
     * @param commentId null where it waits for a planner
     * @param claimed whether it is an account's, which has claimed what is done with this address
     */
    record Confirmed(long tweetupId, long guestId, @Nullable Long commentId, boolean claimed) {}

    private record Kept(long tweetupId, long guestId, String name, CommentForm form) {

        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    row.getLong("tweetup_id"),
                    row.getLong("guest_id"),
                    row.getString("name"),
                    new CommentForm(
                            row.getString("body"),
                            row.getObject("parent_id", Long.class),
                            row.getBoolean("question") ? "true" : ""));
        }
    }

    /**
     * Uses a link up; of two at once, one wins.
     *
     * @return the comment, which has no id where it waits for a planner; empty when the link is gone
     */
    @Transactional
    Optional<Confirmed> confirm(String token) {
        GuestCommentLinks.Target target = links.find(token);
        if (!target.good()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update guest_comment set used_at = ? where id = ? and used_at is null
                        returning tweetup_id, guest_id, name, body, parent_id, question""")
                .params(now(), target.id())
                .query((row, n) -> Kept.of(row))
                .optional()
                .map(kept -> {
                    guests.prove(kept.guestId(), kept.name());
                    Long comment = null;
                    if (held(kept.tweetupId())) {
                        events.publishEvent(new GuestCommentHeld(target.id()));
                    } else {
                        comment = publish(target.id(), kept);
                    }
                    return new Confirmed(
                            kept.tweetupId(),
                            kept.guestId(),
                            comment,
                            guests.account(kept.guestId()).isPresent());
                });
    }

    /** What a planner agrees to. Does nothing when another was faster. */
    @Transactional
    void publish(long tweetupId, long id) {
        jdbc.sql("""
                        select tweetup_id, guest_id, name, body, parent_id, question from guest_comment
                        where id = ? and tweetup_id = ? and used_at is not null and done_at is null for update""")
                .params(id, tweetupId)
                .query((row, n) -> Kept.of(row))
                .optional()
                .ifPresent(kept -> publish(id, kept));
    }

    @Transactional
    void refuse(long tweetupId, long id) {
        jdbc.sql("update guest_comment set body = '', done_at = ?"
                        + " where id = ? and tweetup_id = ? and used_at is not null and done_at is null")
                .params(now(), id, tweetupId)
                .update();
    }

    private long publish(long id, Kept kept) {
        jdbc.sql("update guest_comment set body = '', done_at = ? where id = ?")
                .params(now(), id)
                .update();
        Optional<Long> account = guests.account(kept.guestId());
        Long parent = kept.form().parent();
        boolean there = parent != null
                && conversations
                        .author(Tweetup.subject(kept.tweetupId()), parent, account.orElse(null))
                        .isPresent();
        CommentForm form = there
                ? kept.form()
                : new CommentForm(kept.form().body(), null, kept.form().question());
        return post(kept.tweetupId(), kept.guestId(), account, form);
    }

    /** @return whether the addresses are the same, so that all that the guest did is the account's now */
    @Transactional
    boolean claim(String token, long librarianId) {
        GuestCommentLinks.Target target = links.find(token);
        return target.mine() && guests.claimAll(target.guestId(), librarianId);
    }

    /** What a guest said is what their account says. */
    @EventListener
    void on(GuestClaimed claimed) {
        conversations.handOver(claimed.guestId(), claimed.librarianId());
        browsers.forgetAll(claimed.guestId());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
