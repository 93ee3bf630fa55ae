package org.shelfmates.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.Due;
import org.shelfmates.web.Token;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is old, and read or sent or never confirmed, is forgotten; the rest stays. */
@ShelfmatesTest
class RetentionTest {

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Retention retention;

    @Autowired
    @Qualifier("oldReleases")
    Due oldReleases;

    @Autowired
    @Qualifier("oldGuestTalk")
    Due oldGuestTalk;

    @Autowired
    @Qualifier("oldSuggestions")
    Due oldSuggestions;

    private Someone cerys;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    private void catchUp() {
        Stream.of(retention, oldReleases, oldGuestTalk, oldSuggestions).forEach(due -> due.catchUp(Instant.now()));
    }

    private long notice(int days, String mail, boolean read) {
        return jdbc.sql("""
                        insert into notice (librarian_id, kind, subject, key, actor_name, title, path, words, created_at,
                            read_at, mail) values (:who, 'JOINED', 'group:1', :key, '', 'Tea', '/', '',
                            now() - make_interval(days => :days), case when :read then now() end, :mail) returning id""")
                .param("who", cerys.id())
                .param("key", Community.unique("key"))
                .param("days", days)
                .param("read", read)
                .param("mail", mail)
                .query(Long.class)
                .single();
    }

    private boolean exists(String table, long id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void noticesAreForgottenAYearAfterTheyWereReadAndUnreadOnesStay() {
        long old = notice(366, "SENT", true);
        long young = notice(364, "SENT", true);
        long unread = notice(366, "NONE", false);
        catchUp();

        assertThat(exists("notice", old)).isFalse();
        assertThat(exists("notice", young)).isTrue();
        assertThat(exists("notice", unread)).isTrue();
    }

    private long mail(int days, String mail) {
        return jdbc.sql("""
                        insert into direct_mail (kind, about, language, created_at, mail)
                        values ('confirm', ?, 'en-GB', now() - make_interval(days => ?), ?) returning id""")
                .params(String.valueOf(cerys.id()), days, mail)
                .query(Long.class)
                .single();
    }

    @Test
    void mailsAreForgottenAMonthAfterTheyWereSentAndLaterWhenTheyWereGivenUp() {
        long sent = mail(31, "SENT");
        long dropped = mail(31, "NONE");
        long young = mail(29, "SENT");
        long dead = mail(31, "DEAD");
        long forgotten = mail(366, "DEAD");
        catchUp();

        assertThat(exists("direct_mail", sent)).isFalse();
        assertThat(exists("direct_mail", dropped)).isFalse();
        assertThat(exists("direct_mail", young)).isTrue();
        assertThat(exists("direct_mail", dead)).isTrue();
        assertThat(exists("direct_mail", forgotten)).isFalse();
        jdbc.sql("delete from direct_mail where id = ?").param(dead).update();
    }

    private byte[] link(String insert, Object about, int days) {
        byte[] hash = Token.hash(Token.random());
        jdbc.sql(insert).params(hash, about, days).update();
        return hash;
    }

    private boolean exists(String table, byte[] hash) {
        return jdbc.sql("select exists (select from " + table + " where token_hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    @Test
    void linksOfMailsAreForgottenAfterAYear() {
        long notice = notice(400, "SENT", false);
        String stop =
                "insert into notice_link (token_hash, notice_id, made_at) values (?, ?, now() - make_interval(days => ?))";
        byte[] old = link(stop, notice, 366);
        byte[] young = link(stop, notice, 364);
        String digest = "insert into digest_link (token_hash, librarian_id, channel, made_at)"
                + " values (?, ?, 'DAILY', now() - make_interval(days => ?))";
        byte[] oldDigest = link(digest, cerys.id(), 366);
        long tea = community.tweetup("Tea", Community.CARDIFF, cerys, 4);
        community.going(tea, cerys);
        long rsvp = jdbc.sql("select id from rsvp where tweetup_id = ?")
                .param(tea)
                .query(Long.class)
                .single();
        String release =
                "insert into release_link (token_hash, rsvp_id, made_at) values (?, ?, now() - make_interval(days => ?))";
        byte[] oldRelease = link(release, rsvp, 366);
        byte[] youngRelease = link(release, rsvp, 364);
        catchUp();

        assertThat(exists("notice_link", old)).isFalse();
        assertThat(exists("notice_link", young)).isTrue();
        assertThat(exists("digest_link", oldDigest)).isFalse();
        assertThat(exists("release_link", oldRelease)).isFalse();
        assertThat(exists("release_link", youngRelease)).isTrue();
    }

    @Test
    void whatAGuestNeverConfirmedIsForgottenAfterAWeek() {
        long tea = community.tweetup("Tea", Community.CARDIFF, cerys, 4);
        long old = comment(tea, Duration.ofDays(8), false);
        long young = comment(tea, Duration.ofDays(6), false);
        long confirmed = comment(tea, Duration.ofDays(8), true);
        catchUp();

        assertThat(exists("guest_comment", old)).isFalse();
        assertThat(exists("guest_comment", young)).isTrue();
        assertThat(exists("guest_comment", confirmed)).isTrue();
    }

    @Test
    void andSoIsWhatAGuestSuggestedOnAnAppealWithItsLinks() {
        long appeal = community.appeal("A room", cerys);
        long old = suggestion(appeal, 8, false);
        long young = suggestion(appeal, 6, false);
        long confirmed = suggestion(appeal, 8, true);
        byte[] link = link(
                "insert into appeal_link (token_hash, suggestion_id, expires_at) values (?, ?, now() - make_interval(days => ?))",
                old,
                6);
        catchUp();

        assertThat(exists("appeal_suggestion", old)).isFalse();
        assertThat(exists("appeal_link", link)).isFalse();
        assertThat(exists("appeal_suggestion", young)).isTrue();
        assertThat(exists("appeal_suggestion", confirmed)).isTrue();
    }

    private long suggestion(long appeal, int daysAgo, boolean stands) {
        return jdbc.sql("""
                        insert into appeal_suggestion (appeal_id, venue_id, note, guest_name, suggested_at, stands_at)
                        values (:appeal, :venue, '', 'Tom', now() - make_interval(days => :days),
                            case when :stands then now() end) returning id""")
                .param("appeal", appeal)
                .param("venue", community.venue("Held", Community.CARDIFF, "UNKNOWN", null))
                .param("days", daysAgo)
                .param("stands", stands)
                .query(Long.class)
                .single();
    }

    @Test
    void browsersInWhichAGuestIsKnownNoMoreAreForgotten() {
        long guest = jdbc.sql("insert into guest (name, email, created_at) values ('Tom', ?, now()) returning id")
                .param(Community.unique("tom") + "@example.org")
                .query(Long.class)
                .single();
        String browser = "insert into guest_browser (token_hash, guest_id, expires_at)"
                + " values (?, ?, now() - make_interval(days => ?))";
        byte[] old = link(browser, guest, 1);
        byte[] known = link(browser, guest, -1);
        catchUp();

        assertThat(exists("guest_browser", old)).isFalse();
        assertThat(exists("guest_browser", known)).isTrue();
    }

    private long comment(long tweetup, Duration ago, boolean confirmed) {
        return jdbc.sql("""
                        with g as (insert into guest (name, email, created_at) values ('Tom', :email, now()) returning id)
                        insert into guest_comment (tweetup_id, guest_id, name, body, question, language, asked_at, used_at)
                        select :tweetup, id, 'Tom', 'Hello', false, 'en-GB', :at, case when :confirmed then now() end from g
                        returning id""")
                .param("email", Community.unique("tom") + "@example.org")
                .param("tweetup", tweetup)
                .param("at", java.sql.Timestamp.from(Instant.now().minus(ago)))
                .param("confirmed", confirmed)
                .query(Long.class)
                .single();
    }
}
