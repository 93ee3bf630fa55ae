package org.shelfmates.notice.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;

class SomeoneNewInDigestTest extends DigestCase {

    private static final String SOMEONE_NEW = "Someone new this week\n\n* ";

    private Someone picked() {
        Someone other = community.librarian("Mari Llwyd", Community.CARDIFF, List.of("HEALTH"), List.of());
        jdbc.sql("insert into someone_new (librarian_id, week, other_id) values (?, ?, ?)")
                .params(gwen.id(), java.sql.Date.valueOf(monday.plusWeeks(1)), other.id())
                .update();
        return other;
    }

    @Test
    void theMailOfTheWeekTellsOfThePersonOfTheWeekLast() throws Exception {
        Someone mari = picked();
        tweetup("Tea", Community.CARDIFF, tom);

        deliver(monday.plusWeeks(1), "08:00");

        assertThat(text(gwen))
                .containsSubsequence(
                        "* Tea\n",
                        SOMEONE_NEW + "Mari Llwyd\n  Health\n  Cardiff, In the same place\n",
                        "http://localhost:8080/librarians/" + mari.handle() + "\n");
    }

    @Test
    void somebodyIsPickedWhereNobodyWasAndStaysForTheWeek() throws Exception {
        tweetup("Tea", Community.CARDIFF, tom);

        deliver(monday.plusWeeks(1), "08:00");

        String name = jdbc.sql("select l.name from someone_new n join librarian l on l.id = n.other_id"
                        + " where n.librarian_id = ? and n.week = ?")
                .params(gwen.id(), java.sql.Date.valueOf(monday.plusWeeks(1)))
                .query(String.class)
                .single();
        assertThat(text(gwen)).contains(SOMEONE_NEW + name + "\n");
    }

    @Test
    void theMailOfTheDayDoesNot() throws Exception {
        picked();
        community.tell(gwen, "DIGEST", "DAILY");
        tweetup("Tea", Community.CARDIFF, tom);

        deliver(tuesday, "08:00");

        assertThat(text(gwen)).contains("* Tea\n").doesNotContain("Someone new");
    }

    @Test
    void forThePersonOfTheWeekAloneThereIsNoMail() {
        picked();

        deliver(monday.plusWeeks(1), "08:00");

        assertThat(mails(gwen)).isEmpty();
    }
}
