package org.shelfmates.notice.inbound;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.CommentLimits;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.notice.inbound.Correspondents.Correspondent;
import org.shelfmates.tweetup.talk.GuestAnswers;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.TooManyRequestsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes comments of answers. The token in the address shows that somebody has our mail, and is what counts; that they write
 * from the address that it went to is a second check, which a forger passes, and somebody to whom it was forwarded does not.
 */
@Service
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Correspondents correspondents;
    private final TakenMails taken;
    private final Comments comments;
    private final Conversations conversations;
    private final CommentLimits limits;
    private final GuestAnswers guests;
    private final SecretLinks secrets;
    private final RefusalMails refusals;
    private final TransactionTemplate transaction;

    Answers(
            Correspondents correspondents,
            TakenMails taken,
            Comments comments,
            Conversations conversations,
            CommentLimits limits,
            GuestAnswers guests,
            SecretLinks secrets,
            RefusalMails refusals,
            PlatformTransactionManager transactions) {
        this.correspondents = correspondents;
        this.taken = taken;
        this.comments = comments;
        this.conversations = conversations;
        this.limits = limits;
        this.guests = guests;
        this.secrets = secrets;
        this.refusals = refusals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An answer that was understood, and is refused. */
    private static class RefusedException extends RuntimeException {

        private final Refusal why;

        RefusedException(Refusal why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    /** Takes one, once: what comes of it is committed together with the note that it was taken. */
    void take(IncomingMail mail) throws MessagingException, IOException {
        String from = mail.from();
        Optional<Correspondent> sender = mail.tokens().stream()
                .flatMap(token -> correspondents.byReplyToken(token).stream())
                .filter(one -> one.comment() != null)
                .findFirst();
        if (from == null || sender.isEmpty()) {
            LOG.info("a mail is dropped that answers none of ours");
            return;
        }
        if (!from.equals(sender.get().email().toLowerCase(Locale.ROOT))) {
            LOG.info("an answer from another address is dropped"); // which may be forged: nobody hears of it
            return;
        }
        byte[] key = mail.key();
        try {
            String body = body(mail);
            transaction.executeWithoutResult(status -> {
                if (taken.take(key)) {
                    post(sender.get(), body);
                }
            });
        } catch (RefusedException e) {
            refuse(key, sender.get(), e.why);
        } catch (NotFoundException | AccessDeniedException | CommentDeletedException | BadRequestException e) {
            refuse(key, sender.get(), Refusal.GONE);
        } catch (TooManyRequestsException e) {
            refuse(key, sender.get(), Refusal.OFTEN);
        }
    }

    private String body(IncomingMail mail) throws MessagingException, IOException {
        if (!mail.whole()) {
            throw new RefusedException(Refusal.LARGE);
        }
        String body = OwnWords.of(BodyText.of(mail.mail()), secrets::in);
        if (body.isBlank()) {
            throw new RefusedException(Refusal.EMPTY);
        }
        if (body.length() > CommentForm.MAX) {
            throw new RefusedException(Refusal.LONG);
        }
        return body;
    }

    private void post(Correspondent sender, String body) {
        Comments.Comment answered = comments.find(Objects.requireNonNull(sender.comment()), sender.librarianId())
                .present();
        comments.topic(answered, sender.librarianId()); // not found where it is not for them
        var form = new CommentForm(body, answered.id());
        if (sender.librarianId() != null) {
            limits.take(Objects.requireNonNull(sender.handle()));
            conversations.post(answered.subject(), sender.librarianId(), form);
        } else {
            // guests talk about tweetups alone
            BadRequestException.unless(
                    answered.subject().kind().equals("tweetup"), "a guest's answer on another subject");
            long guest = Objects.requireNonNull(sender.guestId());
            limits.takeAsGuest(guest);
            guests.say(answered.subject().id(), guest, sender.language(), form);
        }
    }

    private void refuse(byte[] key, Correspondent sender, Refusal why) {
        transaction.executeWithoutResult(status -> {
            if (taken.refuse(key, sender.email())) {
                refusals.send(sender, why);
            }
        });
        LOG.info("an answer by mail is refused: {}", why);
    }
}
