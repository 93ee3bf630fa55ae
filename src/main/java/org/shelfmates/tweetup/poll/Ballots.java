package org.shelfmates.tweetup.poll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.rsvp.Guests;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to polls by people without an account. They are a ballot, which counts nowhere, until the link in the mail has been
 * used, which proves whose it is. From then on a private link manages them, until an account with the same confirmed address
 * claims them.
 */
@Service
class Ballots {

    private final Guests guests;
    private final Voting voting;
    private final Plans plans;
    private final BallotLinks links;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ballots(
            Guests guests,
            Voting voting,
            Plans plans,
            BallotLinks links,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guests = guests;
        this.voting = voting;
        this.plans = plans;
        this.links = links;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Who answers: a name, and an address that nobody has proved yet. */
    record Sender(String name, String email, Locale language) {}

    /**
     * Takes a ballot down; the mail with the link is sent after the commit. Says nothing of whether the address is known.
     *
     * @param voices at least one, by the options' ids
     * @throws PollClosedException when it takes no answers any more
     * @throws BadRequestException for an option of another poll
     */
    @Transactional
    public void ask(long tweetupId, long poll, Sender sender, Map<Long, Voice> voices) {
        voting.requireOpen(tweetupId, poll);
        int known = jdbc.sql("select count(*) from poll_option where poll_id = ? and id = any(?)")
                .params(poll, Voice.options(voices))
                .query(Integer.class)
                .single();
        BadRequestException.unless(known == voices.size(), "an option of another poll");
        long ballot = jdbc.sql("""
                        insert into ballot (poll_id, guest_id, name, options, answers, language, asked_at)
                        values (:poll, :guest, :name, :options, :answers, :language, :now) returning id""")
                .param("poll", poll)
                .param("guest", guests.known(sender.name(), sender.email()))
                .param("name", sender.name())
                .param("options", Voice.options(voices))
                .param("answers", Voice.answers(voices))
                .param("language", sender.language().toLanguageTag())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new BallotAsked(ballot));
    }

    /** A link that confirms. */
    record ToConfirm(long tweetupId, long poll) {}

    /** A link that manages. */
    record ToManage(long tweetupId, long guestId) {}

    /**
     * @return what a link confirms; empty when it does not or not any more: it was used, or is too old
     * @throws NotFoundException for a link that was never sent
     */
    @Transactional(readOnly = true)
    public Optional<ToConfirm> toConfirm(String token) {
        BallotLinks.Target target = links.find(token).orElseThrow(NotFoundException::new);
        return target.ballotId() == null || target.expired()
                ? Optional.empty()
                : jdbc.sql("""
                                select p.tweetup_id, b.poll_id as poll from ballot b join poll p on p.id = b.poll_id
                                where b.id = ? and b.used_at is null""").param(target.ballotId()).query(ToConfirm.class).optional();
    }

    /**
     * @return what a link manages; empty when it does not or not any more: the answers are an account's now
     * @throws NotFoundException for a link that was never sent
     */
    @Transactional(readOnly = true)
    public Optional<ToManage> toManage(String token) {
        BallotLinks.Target target = links.find(token).orElseThrow(NotFoundException::new);
        return jdbc.sql("""
                        select p.tweetup_id, v.guest_id
                        from vote v join poll_option o on o.id = v.option_id join poll p on p.id = o.poll_id
                        where p.tweetup_id = ? and v.guest_id = ? limit 1""")
                .params(target.tweetupId(), target.guestId())
                .query(ToManage.class)
                .optional();
    }

    private record Ballot(long tweetupId, long poll, long guestId, String name, Map<Long, Voice> voices) {

        static Ballot of(ResultSet row) throws SQLException {
            Long[] options = (Long[]) row.getArray("options").getArray();
            String[] answers = (String[]) row.getArray("answers").getArray();
            Map<Long, Voice> voices = new HashMap<>();
            for (int i = 0; i < options.length; i++) {
                voices.put(options[i], Voice.valueOf(answers[i]));
            }
            return new Ballot(
                    row.getLong("tweetup_id"),
                    row.getLong("poll_id"),
                    row.getLong("guest_id"),
                    row.getString("name"),
                    voices);
        }
    }

    /**
     * Uses a confirmation link up; of two at once, one wins.
     *
     * @return where to go on: the private page, or the polls where an account has claimed what is done with this address;
     *     empty when the link is gone
     * @throws PollClosedException when the poll has closed meanwhile; the link is not used up then
     */
    @Transactional
    public Optional<String> confirm(String token) {
        BallotLinks.Target target = links.find(token).orElseThrow(NotFoundException::new);
        if (target.ballotId() == null || target.expired()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update ballot b set used_at = ? from poll p where b.id = ? and b.used_at is null and p.id = b.poll_id
                        returning p.tweetup_id, b.poll_id, b.guest_id, b.name, b.options, b.answers""")
                .params(Timestamp.from(clock.instant()), target.ballotId())
                .query((row, n) -> Ballot.of(row))
                .optional()
                .map(this::cast);
    }

    private String cast(Ballot ballot) {
        guests.prove(ballot.guestId(), ballot.name());
        Optional<Long> account = guests.account(ballot.guestId());
        if (account.isPresent()) {
            voting.vote(ballot.tweetupId(), ballot.poll(), account.get(), ballot.voices());
            return plans.plan(ballot.tweetupId(), null).path() + "/polls";
        }
        voting.voteAsGuest(ballot.tweetupId(), ballot.poll(), ballot.guestId(), ballot.voices());
        events.publishEvent(new BallotCast(ballot.tweetupId(), ballot.guestId()));
        return "/votes/" + links.toManage(ballot.tweetupId(), ballot.guestId());
    }
}
