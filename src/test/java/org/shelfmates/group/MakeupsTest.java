package org.shelfmates.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.librarian.Sight;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a group's members is what would be counted, for everybody who looks, whatever happened. */
@ShelfmatesTest
class MakeupsTest {

    @Autowired
    Community community;

    @Autowired
    Makeups makeups;

    @Autowired
    Groups groups;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone gwen;
    private Someone outsider;
    private String slug;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("ACADEMIC"), List.of());
        tom = community.librarian("Tom Price", Community.NEWPORT, List.of("PUBLIC", "SCHOOL"), List.of());
        gwen = community.librarian("Gwen Pugh", Community.BANGOR, List.of("PUBLIC"), List.of());
        outsider = community.librarian("Owen Outsider", Community.CARDIFF, List.of("LAW"), List.of());
        slug = community.group("Readers", Community.CARDIFF, cerys, tom, gwen);
        community.organise(slug, cerys);
    }

    private void set(String table, String change, Someone who) {
        String key = table.equals("membership") ? "librarian_id" : "id";
        jdbc.sql("update " + table + " set " + change + " where " + key + " = ?")
                .param(who.id())
                .update();
    }

    private Makeup seenBy(@Nullable Someone viewer) {
        Long id = viewer == null ? null : viewer.id();
        return makeups.of(groups.bySlug(slug, id).orElseThrow(), id);
    }

    private static Map<String, Integer> sectors(Makeup makeup) {
        Map<String, Integer> people = new HashMap<>();
        makeup.sectors().forEach(mix -> people.put(mix.sector().name(), mix.people()));
        return people;
    }

    private static Map<String, Integer> places(Makeup makeup) {
        Map<String, Integer> people = new HashMap<>();
        makeup.origins().forEach(at -> people.put(at.label(), at.people()));
        return people;
    }

    private Map<String, Integer> counted(String what, @Nullable Someone viewer) {
        Map<String, Integer> people = new HashMap<>();
        jdbc.sql("select " + what
                        + " as word, count(*) as people from membership m join librarian l on l.id = m.librarian_id"
                        + " join place p on p.id = l.place_id"
                        + (what.equals("sector") ? " cross join unnest(l.sectors) sector" : "")
                        + " where m.group_id = (select id from city_group where slug = :slug) and "
                        + Audience.SEEN + " and " + Sight.OF_VIEWER + " group by 1")
                .param("slug", slug)
                .param("viewer", viewer == null ? null : viewer.id(), Types.BIGINT)
                .query(row -> {
                    people.put(row.getString("word"), row.getInt("people"));
                });
        return people;
    }

    private void isRightForEverybody() {
        for (Someone viewer : new Someone[] {null, outsider, tom, gwen, cerys}) {
            Makeup makeup = seenBy(viewer);
            assertThat(sectors(makeup)).as("%s", viewer).isEqualTo(counted("sector", viewer));
            assertThat(places(makeup)).as("%s", viewer).isEqualTo(counted("p.name", viewer));
        }
    }

    @Test
    void whoJoinsAndLeavesIsCounted() {
        assertThat(sectors(seenBy(null))).isEqualTo(Map.of("ACADEMIC", 1, "PUBLIC", 2, "SCHOOL", 1));
        isRightForEverybody();

        pages.post("/groups/" + slug + "/join", outsider);
        assertThat(sectors(seenBy(null))).containsEntry("LAW", 1);
        isRightForEverybody();

        pages.post("/groups/" + slug + "/leave", tom);
        assertThat(sectors(seenBy(null))).isEqualTo(Map.of("ACADEMIC", 1, "PUBLIC", 1, "LAW", 1));
        assertThat(places(seenBy(null))).isEqualTo(Map.of("Cardiff", 2, "Bangor", 1));
        isRightForEverybody();
    }

    @Test
    void whoChangesSectorOrMovesHouseIsCountedAnew() {
        set("librarian", "sectors = '{PUBLIC,HEALTH}'", tom);
        assertThat(sectors(seenBy(null))).isEqualTo(Map.of("ACADEMIC", 1, "PUBLIC", 2, "HEALTH", 1));
        set("librarian", "sectors = '{}'", gwen);
        set("librarian", "place_id = " + Community.CARDIFF, gwen);
        assertThat(places(seenBy(null))).isEqualTo(Map.of("Cardiff", 2, "Newport", 1));
        isRightForEverybody();
    }

    @Test
    void whoHidesIsCountedForNoStranger() {
        set("librarian", "hidden = true", gwen);
        assertThat(places(seenBy(null))).doesNotContainKey("Bangor");
        assertThat(places(seenBy(outsider))).containsKey("Bangor");
        isRightForEverybody();
        set("librarian", "hidden = false", gwen);
        isRightForEverybody();
    }

    @Test
    void whoIsSeenByMembersOrOrganisersAloneIsCountedForThemAndForThemselves() {
        for (String audience : List.of("MEMBERS", "ORGANISERS", "EVERYONE")) {
            set("membership", "audience = '" + audience + "'", gwen);
            isRightForEverybody();
        }
        set("membership", "audience = 'ORGANISERS'", cerys);
        isRightForEverybody();
        set("membership", "organiser = false", cerys);
        assertThat(places(seenBy(tom))).doesNotContainKey("Cardiff");
        assertThat(places(seenBy(cerys))).containsEntry("Cardiff", 1);
        isRightForEverybody();
    }

    @Test
    void whoBlockedTheViewerIsNotCounted() {
        community.block(gwen, tom);
        community.block(cerys, outsider);
        set("membership", "audience = 'MEMBERS'", gwen);

        assertThat(places(seenBy(tom))).doesNotContainKey("Bangor");
        assertThat(places(seenBy(outsider))).isEqualTo(Map.of("Newport", 1));
        isRightForEverybody();
    }

    @Test
    void anAccountThatIsDeletedIsCountedNoMore() {
        jdbc.sql("delete from account where id = ?").param(gwen.id()).update();
        gwen = outsider;

        assertThat(places(seenBy(null))).isEqualTo(Map.of("Cardiff", 1, "Newport", 1));
        assertThat(groups.bySlug(slug, null).orElseThrow().card().members()).isEqualTo(2);
        isRightForEverybody();
    }

    @Test
    void aGroupCanBeDeletedWithItsMembers() {
        assertThat(jdbc.sql("delete from city_group where slug = ?").param(slug).update())
                .isOne();
    }

    @Test
    void whoJoinsAndChangesAtOnceIsCountedOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 10; i++) {
                String sector = i % 2 == 0 ? "HEALTH" : "LAW";
                String door = i % 2 == 0 ? "/join" : "/leave";
                Callable<Object> comes = () -> pages.post("/groups/" + slug + door, outsider);
                Callable<Object> changes = () -> {
                    set("librarian", "sectors = '{" + sector + "}'", outsider);
                    return true;
                };
                Callable<Object> moves = () -> {
                    set(
                            "librarian",
                            "place_id = " + (sector.equals("LAW") ? Community.CARDIFF : Community.BANGOR),
                            tom);
                    return true;
                };
                for (Future<Object> done : threads.invokeAll(List.of(comes, changes, moves))) {
                    assertThat(done.get()).isNotNull();
                }
                isRightForEverybody();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void sixOrganisersAndTheSixNewestMembersStandThere() {
        List<Someone> late = Collections.nCopies(7, "Late").stream()
                .map(name -> community.librarian(name, Community.CARDIFF))
                .toList();
        late.forEach(one -> pages.post("/groups/" + slug + "/join", one));
        set("membership", "joined_at = now() + interval '1 minute'", gwen);
        set("membership", "audience = 'MEMBERS'", late.get(6));

        assertThat(seenBy(null).organisers())
                .extracting(one -> one.person().id())
                .containsExactly(cerys.id());
        assertThat(seenBy(null).newest())
                .extracting(one -> one.person().id())
                .hasSize(6)
                .startsWith(gwen.id(), late.get(5).id())
                .doesNotContain(late.get(6).id());
        assertThat(seenBy(tom).newest())
                .extracting(one -> one.person().id())
                .startsWith(gwen.id(), late.get(6).id());
    }
}
