package org.shelfmates.venue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfmatesTest
class IntakeTest {

    private static final String ADDRESS = "/admin/venues/import";
    private static final String HEADER = "ref,name,kind,place,country,cost,amount,address\n";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    TransactionTemplate transaction;

    private Someone admin;
    private String source;
    private String word;

    @BeforeEach
    void anAdministrator() {
        admin = community.librarian("Ada Admin", Community.CARDIFF);
        source = Community.unique("List");
        word = Community.unique("Room");
    }

    private Page upload(byte[] list) {
        return pages.uploadAsStaff(ADDRESS, admin, "list", list, "source", source);
    }

    /** The page of the check. */
    private Page check(String list) {
        Page sent = upload(list.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).as(sent.html().text()).isEqualTo(303);
        return pages.getAsStaff(sent.location(), admin);
    }

    private Page take(String list) {
        Page sent = upload(list.getBytes(StandardCharsets.UTF_8));
        return pages.postAsStaff(sent.location(), admin);
    }

    private List<String> known() {
        return jdbc.sql("select name from venue where name like ? order by id")
                .param(word + "%")
                .query(String.class)
                .list();
    }

    /** What the history says of a line's venue, without the facts of the first revision. */
    private List<String> history(String ref) {
        return jdbc.sql("""
                        select r.kind || ' ' || array_to_string(fields, ',') || case when r.kind = 'ADDED' then '' else
                            ' ' || array_to_string(before, ',') || ' -> ' || array_to_string(after, ',') end
                            || ' by ' || made_by
                        from venue_revision r join venue v on v.id = r.venue_id where v.name = ? order by r.id""").param(word + " " + ref).query(String.class).list();
    }

    private String line(String ref, String more) {
        return ref + "," + word + " " + ref + ",cafe,Cardiff,GB," + more + "\n";
    }

    @Test
    void thePageSaysWhatEveryColumnHolds() {
        assertThat(pages.getAsStaff(ADDRESS, admin).html().select("tbody tr").eachText())
                .hasSize(Column.values().length)
                .contains("step_free yes or no.", "stop The nearest stop.");
    }

    @Test
    void administratorsAlone() {
        assertThat(pages.get(ADDRESS, admin).status()).isEqualTo(403);
        assertThat(pages.get("/admin/venues/export.csv", admin).status()).isEqualTo(403);
        assertThat(pages.get(ADDRESS).location()).startsWith("/sign-in");
        assertThat(pages.getAsStaff(ADDRESS, admin).status()).isEqualTo(200);
    }

    @Test
    void theExampleOfTheDocumentIsImported() throws Exception {
        String document = Files.readString(Path.of("docs/venues-csv.md"));
        String example = document.replaceAll("(?s).*```csv\n(.*?)```.*", "$1").replace("Heath Reading Room", word);

        Page checked = check(example);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.text(".notice")).startsWith("Nothing is wrong");
        assertThat(known()).isEmpty();
        Page taken = take(example);
        assertThat(taken.location()).startsWith(ADDRESS + "?added=");
        assertThat(pages.getAsStaff(taken.location(), admin).text("[role=status]"))
                .contains("added");
        assertThat(jdbc.sql(
                                "select cost || ' ' || capacity || ' ' || step_free || ' ' || currency from venue where name = ?")
                        .param(word)
                        .query(String.class)
                        .single())
                .isEqualTo("FREE 14 true GBP");
    }

    @Test
    void aBadLine4000IsNamedAndNothingIsImported() {
        String list = HEADER
                + IntStream.range(2, 4000)
                        .mapToObj(n -> line("r" + n, "free,,"))
                        .collect(Collectors.joining())
                + "bad," + word + " bad,castle,Cardiff,GB,free,,\n";

        Page checked = check(list);
        assertThat(checked.html().select("tbody tr").eachText())
                .containsExactly("4000 kind “castle” is none of the allowed words.");
        assertThat(checked.html().select("form[action^=" + ADDRESS + "]")).isEmpty();
        assertThat(take(list).status()).isEqualTo(422);
        assertThat(known()).isEmpty();
    }

    @Test
    void everyProblemIsToldByLineAndColumn() {
        Page page = check("ref,name,kind,place,country,place_id,cost,amount,deposit,capacity,noise,wifi,website\n"
                + "a,,cafe,Cardiff,GB,,free,,,,,,\n"
                + "b,B,cafe,Bangor,GB,,free,,,,,,\n"
                + "c,C,cafe,Nowhere at all,GB,,free,,,,,,\n"
                + "d,D,cafe,Cardiff,Wales,,free,,,,,,\n"
                + "e,E,cafe,,,999999999999,free,,,,,,\n"
                + "f,F,cafe,Cardiff,GB,,free,3,,,,,\n"
                + "g,G,cafe,Cardiff,GB,,buy_something,-3,,,,,\n"
                + "h,H,cafe,Cardiff,GB,,buy_something,3.505,,,,,\n"
                + "i,I,cafe,Cardiff,GB,,free,,x,0,dreadful,maybe,ftp://x\n"
                + "i,J,cafe,Cardiff,GB,,cheap,,,,,,\n"
                + "k,K,cafe,Cardiff,GB\n"
                + "l,\"" + "x".repeat(121) + "\",cafe,Cardiff,GB,,free,,,,,,\n"
                + "m,a\u0007b,cafe,Cardiff,GB,,free,,,,,,\n");

        assertThat(page.html().select("tbody tr").stream()
                        .map(row -> row.select("th").text() + " "
                                + row.select("td.mono").text()))
                .containsExactly(
                        "2 name",
                        "3 place",
                        "4 place",
                        "5 country",
                        "6 place_id",
                        "7 amount",
                        "8 amount",
                        "9 amount",
                        "10 wifi",
                        "10 website",
                        "10 deposit",
                        "10 capacity",
                        "10 noise",
                        "11 ref",
                        "11 cost",
                        "12 ",
                        "13 name",
                        "14 name");
        assertThat(page.text("tbody")).contains("Bangor, Gwynedd", "(" + Community.BANGOR + ")");
    }

    @Test
    void twoHundredProblemsAreToldAndHowManyMore() {
        Page page = check(HEADER + ("x,,castle,Cardiff,GB,,,\n").repeat(150));

        assertThat(page.html().select("tbody tr")).hasSize(200);
        assertThat(page.text("main")).contains("There are 249 more", "449 problems");
    }

    @Test
    void theHeaderIsChecked() {
        assertThat(check("ref,name,sort,name\n").html().select("tbody tr").eachText())
                .containsExactly(
                        "1 sort There is no such column.",
                        "1 name This column stands there twice.",
                        "1 kind This column is missing.");
        assertThat(check(" ").html().select("tbody tr")).isNotEmpty();
        assertThat(check(HEADER + "a,\"b\"c,cafe,Cardiff,GB,,,\n").text("tbody"))
                .contains("quotation mark");
        assertThat(check(HEADER + "a,\"never closed").text("tbody")).contains("2", "quotation mark");
    }

    @Test
    void latin1IsFoundOutAndSaid() {
        byte[] latin = (HEADER + "a," + word + " Caf\u00e9,cafe,Cardiff,GB,,,\n").getBytes(StandardCharsets.ISO_8859_1);
        Page sent = upload(latin);

        assertThat(pages.getAsStaff(sent.location(), admin).text(".facts")).contains("Latin-1");
        pages.postAsStaff(sent.location(), admin);
        assertThat(known()).containsExactly(word + " Caf\u00e9");
    }

    private static String problems(Page page) {
        return page.html().select("tbody tr").eachText().toString();
    }

    @Test
    void whatIsNotPrintableOrNeverClosedOrHasOtherSeparatorsIsSaidByLine() {
        assertThat(problems(check(HEADER + line("a", ",,") + "b,Nu\0l,cafe,Cardiff,GB,,,\n")))
                .isEqualTo("[3 name It has characters that cannot be shown.]");
        assertThat(problems(check(HEADER + line("a", ",,") + "b,\"Open,cafe\n" + line("c", ",,"))))
                .startsWith("[3 A quotation mark is never closed");
        for (String separator : List.of(";", "\t")) {
            assertThat(problems(check((HEADER + line("a", ",,")).replace(",", separator))))
                    .startsWith("[1 Semicolons or tabs stand between the columns.");
        }
    }

    @Test
    void aCellOfTwoMillionCharactersIsTooLongAndIsNotReadBack() {
        String long2 = "\u00e9".repeat(2_000_000);

        Page page = check(HEADER + "a," + long2 + ",cafe,Cardiff,GB,,,\nb,B," + long2 + ",Cardiff,GB,,,\n");

        assertThat(page.html().select("tbody th, tbody .mono").eachText())
                .containsExactly("2", "name", "3", "kind", "3", "kind");
        assertThat(page.body()).hasSizeLessThan(50_000);
        assertThat(check("ref,name," + long2 + "\n").body()).hasSizeLessThan(50_000);
    }

    @Test
    void linesMayEndInEitherWayAndALineBreakInACellIsOneLineOfTheList() {
        take("\uFEFF" + HEADER.replace("\n", "\r\n") + line("a", ",,\"1 Road\nCardiff\"")
                + line("b", ",,2 Road").replace("\n", "\r\n") + "\r\n\n"
                + line("c", ",,").strip());

        assertThat(known()).containsExactly(word + " a", word + " b", word + " c");
        assertThat(problems(check(HEADER.replace("\n", "\r\n") + line("a", ",,\"1\n2\"") + line("b", "cheap,,"))))
                .startsWith("[4 cost");
    }

    @Test
    void cellsAreAsTheFormHasThemSoThatACorrectionChangesNothingElse() {
        take("ref,kind,place,country,name,address,directions,hours\na,cafe,Cardiff,GB,\"" + word
                + "\r\nReading Room\",\"1 High St,\n\n Cardiff\tCF1 \",\"Left.\nThen right.\",\"Mon 10-4\rTue 2-6\"\n");
        long venue = jdbc.sql("select id from venue where name = ? and address = '1 High St, Cardiff CF1'")
                .param(word + ", Reading Room")
                .query(Long.class)
                .single();

        String path = pages.get("/venues/" + venue).location();
        pages.post(
                path + "/edit",
                admin,
                asABrowserSends(
                        Pages.filled(pages.get(path + "/edit", admin), "main form.venue-form", "capacity", "20")));

        assertThat(jdbc.sql("select array_to_string(fields, ',') from venue_revision where venue_id = ? order by id")
                        .param(venue)
                        .query(String.class)
                        .list())
                .containsExactly("name,kind,place,address,directions,hours", "capacity");
    }

    /** With lines that end as HTML has it, and none in what is no area. */
    private static String[] asABrowserSends(String[] fields) {
        for (int i = 0; i < fields.length; i += 2) {
            boolean area = List.of("directions", "hours", "booking").contains(fields[i]);
            fields[i + 1] = fields[i + 1].replaceAll("\\R", area ? "\r\n" : "");
        }
        return fields;
    }

    @Test
    void aFileOfNothingButWrongLinesIsCountedToTheEnd() {
        Page page = check(HEADER + "x\n".repeat(300_000));

        assertThat(page.html().select("tbody tr")).hasSize(200);
        assertThat(page.text("main")).contains("There are 299,800 more");
        assertThat(problems(check("ref,name,kind\n" + ",,\n".repeat(200_001))))
                .startsWith("[200002 A list has at most 200000 lines.");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(check("\uFEFF" + HEADER + line("a", ",,")).text(".notice")).startsWith("Nothing is wrong");
    }

    @Test
    void whatComesAgainIsUpdatedWhereTheListSaysSomethingElse() {
        take(HEADER + line("a", "free,,1 Road") + line("b", "free,,2 Road"));
        jdbc.sql("update venue set address = 'Corrected' where name = ?")
                .param(word + " a")
                .update();

        Page checked =
                check(HEADER + line("a", "free,,1 Road") + line("b", "buy_something,3.5,2 Road") + line("c", ",,"));
        assertThat(checked.html().select(".facts__value").eachText()).endsWith("3", "1", "1", "1", "0");
        assertThat(take(HEADER + line("a", "free,,1 Road") + line("b", "buy_something,3.5,2 Road") + line("c", ",,"))
                        .status())
                .isEqualTo(303);
        assertThat(jdbc.sql(
                                "select address || ' ' || coalesce(amount, 0) || ' ' || version from venue where name like ? order by id")
                        .param(word + "%")
                        .query(String.class)
                        .list())
                .containsExactly("Corrected 0 0", "2 Road 350 1", " 0 0");
        assertThat(history("b"))
                .containsExactly(
                        "ADDED name,kind,place,address,cost by " + admin.id(),
                        "EDITED cost,amount FREE, -> BUY_SOMETHING,3.50 by " + admin.id());
    }

    @Test
    void whatStandsThereAlreadyOrTwiceIsSkipped() {
        take(HEADER + line("a", ",,"));
        source = Community.unique("Other list");

        String again = HEADER + line("a", ",,") + "x," + word + " X,cafe,Cardiff,GB,,,\ny," + word
                + " x,cafe,Cardiff,GB,,,\nz," + word + " X,cafe,Swansea,GB,,,\n";
        assertThat(check(again).html().select(".facts__value").eachText()).endsWith("4", "2", "0", "0", "2");
        take(again);
        assertThat(known()).containsExactly(word + " a", word + " X", word + " X");
    }

    @Test
    void formulasAreTextAndAreHarmlessOnTheWayOut() {
        take(HEADER + "a," + word + ",cafe,Cardiff,GB,,,=1+1\n");

        assertThat(jdbc.sql("select address from venue where name = ?")
                        .param(word)
                        .query(String.class)
                        .single())
                .isEqualTo("=1+1");
        Page csv = pages.getAsStaff("/admin/venues/export.csv", admin);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Disposition")).contains("venues.csv");
        String body = csv.body();
        assertThat(body).contains("\"" + word + "\"", "\"'=1+1\"").startsWith("\"ref\",\"name\"");
        assertThat(Sheet.of(body.getBytes(StandardCharsets.UTF_8)).lines())
                .anySatisfy(line -> assertThat(line.cell(Column.ADDRESS)).isEqualTo("=1+1"));
    }

    @Test
    void aListAndItsNameAreNeeded() {
        Page nothing = pages.uploadAsStaff(ADDRESS, admin, "other", new byte[] {1}, "source", " ");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.html().select(".error-summary__list li")).hasSize(2);
        assertThat(pages.getAsStaff(ADDRESS + "/" + "0".repeat(64), admin).status())
                .isEqualTo(404);
        assertThat(pages.postAsStaff(ADDRESS + "/" + "0".repeat(64), admin).status())
                .isEqualTo(404);
    }

    @Test
    void twoImportsAtOnceComeOneAfterTheOther() throws Exception {
        String list = HEADER + line("a", ",,");
        String address = upload(list.getBytes(StandardCharsets.UTF_8)).location();
        String sha256 = address.substring(address.lastIndexOf('/') + 1);
        CompletableFuture<Report> second = transaction.execute(status -> {
            assertThat(intake.take(sha256, admin.id()).added()).isEqualTo(1);
            CompletableFuture<Report> other = CompletableFuture.supplyAsync(() -> intake.take(sha256, admin.id()));
            Waiters.one(jdbc);
            return other;
        });

        assertThat(second.get(20, TimeUnit.SECONDS).unchanged()).isEqualTo(1);
        assertThat(known()).hasSize(1);
    }
}
