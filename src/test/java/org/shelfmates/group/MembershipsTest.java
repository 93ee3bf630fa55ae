package org.shelfmates.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class MembershipsTest {

    @Autowired
    Memberships memberships;

    @Autowired
    Groups groups;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private String slug;

    @BeforeEach
    void aGroup() {
        slug = community.group("Cardiff readers", Community.CARDIFF);
    }

    private GroupPage group(@Nullable Someone viewer) {
        return groups.bySlug(slug, viewer == null ? null : viewer.id()).orElseThrow();
    }

    private List<Someone> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> community.librarian("Somebody", Community.CARDIFF))
                .toList();
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);

        memberships.join(slug, cerys.id());
        memberships.join(slug, cerys.id());

        assertThat(group(cerys).card().members()).isEqualTo(1);
        assertThat(group(cerys).membership()).isFalse();
        assertThat(group(null).membership()).isNull();
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        List<Someone> two = crowd(2);
        two.forEach(one -> memberships.join(slug, one.id()));

        memberships.leave(slug, two.get(0).id(), false);
        memberships.leave(slug, two.get(0).id(), false);

        assertThat(group(two.get(0)).card().members()).isEqualTo(1);
        assertThat(group(two.get(0)).membership()).isNull();
        assertThat(group(two.get(1)).membership()).isFalse();
    }

    @Test
    void whoNeverJoinedLeavesNothing() {
        memberships.leave(slug, crowd(1).get(0).id(), false);

        assertThat(group(null).card().members()).isZero();
    }

    @Test
    void theCountIsExactWhenPeopleJoinAndLeaveAtOnce() throws Exception {
        List<Someone> old = crowd(20);
        old.forEach(one -> memberships.join(slug, one.id()));
        List<Callable<Void>> all = new ArrayList<>();
        for (Someone leaving : old) {
            all.add(() -> leave(leaving));
        }
        for (Someone joining : crowd(20)) {
            all.add(() -> join(joining));
            all.add(() -> join(joining));
        }

        var threads = Executors.newFixedThreadPool(20);
        try {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(group(null).card().members()).isEqualTo(20);
        assertThat(memberships.first(group(null).card().id(), null, 100)).hasSize(20);
    }

    private Void join(Someone one) {
        memberships.join(slug, one.id());
        return null;
    }

    private Void leave(Someone one) {
        memberships.leave(slug, one.id(), false);
        return null;
    }

    @Test
    void aGroupThatDoesNotExistIsNotFound() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);

        assertThatThrownBy(() -> memberships.join("no-such-group", cerys.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> memberships.leave("no-such-group", cerys.id(), false))
                .isInstanceOf(NotFoundException.class);
        assertThat(pages.post("/groups/no-such-group/join", cerys).status()).isEqualTo(404);
        assertThat(pages.get("/groups/no-such-group/members").status()).isEqualTo(404);
    }

    @Test
    void organisersComeFirstThenWhoJoinedFirst() {
        List<Someone> crowd = crowd(9);
        crowd.forEach(one -> memberships.join(slug, one.id()));
        jdbc.sql("update membership set organiser = true where librarian_id = ?")
                .param(crowd.get(5).id())
                .update();
        long id = group(null).card().id();

        List<Long> visited = new ArrayList<>();
        PageKey next = null;
        do {
            Memberships.Listing page = memberships.members(id, null, next, 2);
            page.members().forEach(member -> visited.add(member.person().id()));
            next = page.next() == null ? null : PageKey.parse(page.next().toString(), 3);
        } while (next != null);

        List<Long> expected = new ArrayList<>(crowd.stream().map(Someone::id).toList());
        expected.add(0, expected.remove(5));
        assertThat(visited).isEqualTo(expected);
    }

    @Test
    void thePageOffersWhatOneCanDo() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        String page = "/groups/" + slug;

        assertThat(pages.get(page, cerys).html().select("form[action=" + page + "/join]"))
                .hasSize(1);
        assertThat(pages.post(page + "/join", cerys).location()).isEqualTo(page);
        assertThat(pages.get(page, cerys).html().select("a[href=" + page + "/leave]"))
                .hasSize(1);
        assertThat(pages.get(page, cerys).html().select("form[action=" + page + "/join]"))
                .isEmpty();
        assertThat(pages.get(page + "/members").text("main")).contains("Cerys Morgan");
        pages.post(page + "/leave", cerys);
        assertThat(pages.get(page + "/members").text("main")).doesNotContain("Cerys Morgan");
    }
}
