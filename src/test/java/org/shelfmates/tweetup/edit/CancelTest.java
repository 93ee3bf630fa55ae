package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class CancelTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    private Someone planner;
    private Someone guest;
    private long id;

    @BeforeEach
    void anInvitation() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        guest = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.tweetup("Tea", Community.CARDIFF, planner, 2);
        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going");
    }

    private Page cancel(Someone who, String because) {
        return pages.post("/tweetups/" + id + "/cancellation", who, "because", because);
    }

    private String page() {
        return "/tweetups/" + id + "/a-tweetup";
    }

    @Test
    void aCancelledOneStaysWithItsReasonOnTopAndRefusesAnswersWithIt() {
        assertThat(pages.get(page() + "/cancellation", planner).text("label")).isEqualTo("Why is it cancelled?");

        Page cancelled = cancel(planner, "The café <closes>.");

        assertThat(cancelled.location()).isEqualTo(page());
        assertThat(pages.get(page()).text("[aria-labelledby=cancelled]"))
                .contains("This was cancelled on", "The café <closes>.");
        Page refused = pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("[role=alert]")).contains("Your answer was not saved", "It was cancelled.");
        assertThat(refused.text("[aria-labelledby=cancelled]")).contains("The café <closes>.");
    }

    @Test
    void itCanBeTakenBackAndThoseWhoWereGoingKeepTheirPlaces() {
        cancel(planner, "Rain");

        Page reopened = pages.post("/tweetups/" + id + "/reopening", planner);

        assertThat(reopened.location()).isEqualTo(page());
        assertThat(pages.get(page()).html().select("[aria-labelledby=cancelled]"))
                .isEmpty();
        assertThat(pages.get(page(), guest).text(".rsvp .notice")).isEqualTo("You are going. A place is kept for you.");
    }

    @Test
    void whatIsCancelledCannotBeCancelledAgainAndWhatIsNotCannotBeReopened() {
        assertThat(pages.post("/tweetups/" + id + "/reopening", planner).status())
                .isEqualTo(409);

        cancel(planner, "Rain");

        assertThat(cancel(planner, "Snow").status()).isEqualTo(409);
        assertThat(pages.get(page() + "/cancellation", planner).status()).isEqualTo(409);
        assertThat(pages.get(page()).text("[aria-labelledby=cancelled]")).contains("Rain");
    }

    @Test
    void twoPlannersAtOnceCancelItOnce() throws Exception {
        Someone second = community.librarian("Tom Prosser", Community.CARDIFF);
        community.letPlan(id, second);
        pages.csrf();

        var one = CompletableFuture.supplyAsync(() -> cancel(planner, "Rain").status());
        var other = CompletableFuture.supplyAsync(() -> cancel(second, "Snow").status());

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(303, 409);
    }

    @Test
    void whenItsDateIsPastByThenItBecomesAnIdeaAgain() {
        long past = community.tweetup(
                "Past",
                Community.CARDIFF,
                planner,
                null,
                "CANCELLED",
                Instant.now().minus(Duration.ofDays(2)));

        Page reopened = pages.post("/tweetups/" + past + "/reopening", planner);

        Page page = pages.get(reopened.location());
        assertThat(page.text(".stamp")).isEqualTo("Idea");
        assertThat(page.text(".facts")).contains("No date yet");
    }

    @Test
    void whatIsOverCannotBeCancelled() {
        long over = community.tweetup(
                "Over",
                Community.CARDIFF,
                planner,
                null,
                "SCHEDULED",
                Instant.now().minus(Duration.ofDays(2)));

        assertThat(pages.post("/tweetups/" + over + "/cancellation", planner, "because", "Late")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aReasonIsNeededAndHasALimit() {
        assertThat(cancel(planner, " ").text("#because-error")).contains("Say why it is cancelled.");
        assertThat(cancel(planner, "a".repeat(501)).text("#because-error")).contains("at most 500");
        assertThat(cancel(planner, "a\u0000b").status()).isEqualTo(422);
        assertThat(pages.get(page()).text(".stamp")).isNotEqualTo("Cancelled");
        assertThat(cancel(planner, "a".repeat(500)).status()).isEqualTo(303);
    }

    @Test
    void nobodyElseCancelsOrReopens() {
        assertThat(cancel(guest, "Mine").status()).isEqualTo(403);
        assertThat(pages.get(page() + "/cancellation", guest).status()).isEqualTo(403);
        assertThat(pages.post("/tweetups/" + id + "/reopening", guest).status()).isEqualTo(403);
        assertThat(pages.postAsStranger("/tweetups/" + id + "/cancellation", "because", "Mine")
                        .location())
                .startsWith("/sign-in");
        assertThat(pages.post("/tweetups/999999999/reopening", planner).status())
                .isEqualTo(404);
    }
}
