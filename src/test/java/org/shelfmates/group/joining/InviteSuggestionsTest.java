package org.shelfmates.group.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class InviteSuggestionsTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    InviteSuggestions suggestions;

    private Someone cerys;
    private String slug;
    private String name;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys);
        community.organise(slug, cerys);
        name = Community.unique("zz");
    }

    private Someone named(String rest) {
        return community.librarian(name + " " + rest, Community.CARDIFF);
    }

    private List<String> found(String beginning) {
        return suggestions.of(slug, beginning, cerys.id()).stream()
                .map(InviteSuggestions.Suggestion::handle)
                .toList();
    }

    @Test
    void whomTheOrganiserFollowsComesFirst() {
        Someone stranger = named("A");
        Someone followed = named("B");
        community.follow(cerys, followed);

        assertThat(found(name.toUpperCase())).containsExactly(followed.handle(), stranger.handle());
        assertThat(found(stranger.handle())).contains(stranger.handle());
        assertThat(pages.get("/groups/" + slug + "/invitations/people?q=@" + followed.handle(), cerys)
                        .body())
                .contains(followed.handle(), followed.name());
    }

    @Test
    void whoBelongsToItIsAskedInOrIsBlockedIsNotSuggested() {
        Someone member = named("member");
        pages.post("/groups/" + slug + "/join", member);
        Someone asked = named("asked");
        pages.post("/groups/" + slug + "/invitations", cerys, "handle", asked.handle());
        community.block(cerys, named("blocked"));
        community.block(named("blocks"), cerys);
        Someone other = named("other");

        assertThat(found(name)).containsExactly(other.handle());
    }

    @Test
    void organisersAloneAreAnswered() {
        Someone member = named("member");
        pages.post("/groups/" + slug + "/join", member);
        String address = "/groups/" + slug + "/invitations/people?q=a";

        assertThat(pages.get(address, member).status()).isEqualTo(403);
        assertThat(pages.get(address).location()).startsWith("/sign-in");
        assertThat(pages.get("/groups/no-such-group/invitations/people?q=a", cerys)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoBeginningFindsNobody() {
        for (String q : List.of("", " ", "@", "x".repeat(41))) {
            assertThat(pages.get("/groups/" + slug + "/invitations/people?q=" + q, cerys)
                            .body())
                    .as(q)
                    .isEqualTo("[]");
        }
    }

    @Test
    void theFieldNamesWhatSuggests() {
        assertThat(pages.get("/groups/" + slug + "/invitations", cerys)
                        .html()
                        .select("form[data-mentions-field=handle]")
                        .attr("data-mentions"))
                .isEqualTo("/groups/" + slug + "/invitations/people");
    }
}
