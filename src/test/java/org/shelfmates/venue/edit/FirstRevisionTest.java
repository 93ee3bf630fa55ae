package org.shelfmates.venue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever adds a venue, its history begins with that. */
@ShelfmatesTest
class FirstRevisionTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private record Written(String kind, Map<String, String> before, Map<String, String> after) {

        static Written of(ResultSet row) throws SQLException {
            List<String> fields =
                    Arrays.asList((String[]) row.getArray("fields").getArray());
            return new Written(row.getString("kind"), values(fields, row, "before"), values(fields, row, "after"));
        }

        private static Map<String, String> values(List<String> fields, ResultSet row, String column)
                throws SQLException {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                values.put(fields.get(i), ((String[]) row.getArray(column).getArray())[i]);
            }
            return values;
        }
    }

    private List<Written> revisions(long venue) {
        return jdbc.sql("select * from venue_revision where venue_id = ? order by made_at, id")
                .param(venue)
                .query((row, n) -> Written.of(row))
                .list();
    }

    @Test
    void itSaysEveryFactAsTheFormHasIt() {
        Someone someone = community.librarian("Cadi Corrector", Community.CARDIFF);
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(Fact.values())
                .forEach(fact -> all.put(
                        fact.field(),
                        switch (fact.type()) {
                            case TEXT -> fact == Fact.WEBSITE ? "https://example.org/x" : Community.unique(fact.name());
                            case KIND -> "CAFE";
                            case PLACE -> "" + Community.CARDIFF;
                            case COST -> "HIRE_PER_HOUR";
                            case MONEY -> fact == Fact.AMOUNT ? "3.50" : "20.00";
                            case NUMBER -> "12";
                            case FLAG -> fact == Fact.WIFI ? "no" : "yes";
                            case NOISE -> "QUIET";
                        }));
        String[] fields = all.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);

        Page sent = pages.post("/venues/new", someone, fields);

        long venue = Long.parseLong(sent.location().split("/")[2]);
        assertThat(revisions(venue)).singleElement().satisfies(added -> {
            assertThat(added.kind()).isEqualTo("ADDED");
            assertThat(added.before().values()).containsOnly("");
            assertThat(added.after()).containsExactlyEntriesOf(all);
        });
    }

    @Test
    void aVenueThatNoFormAddedHasOneToo() {
        long venue = community.venue("Bare", Community.CARDIFF, "UNKNOWN", null);

        assertThat(revisions(venue))
                .singleElement()
                .satisfies(added -> assertThat(added.after()).containsOnlyKeys("name", "kind", "place"));
        assertThat(pages.get("/venues/" + venue + "/bare/history").text("ol")).contains("Added", "Name Bare");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        for (String country : Locale.getISOCountries()) {
            Currency currency = Cost.currencyOf(country);
            assertThat(jdbc.sql("select venue_money(12345, ?)")
                            .param(currency.getCurrencyCode())
                            .query(String.class)
                            .single())
                    .as(country)
                    .isEqualTo(BigDecimal.valueOf(12345, Money.digits(currency)).toPlainString());
        }
    }

    @Test
    void thoseThatWereAddedWithoutGetWhatTheyWereBeforeTheyWereChanged() throws Exception {
        Someone someone = community.librarian("Cadi Corrector", Community.CARDIFF);
        long venue = community.venue("Bare", Community.CARDIFF, "BUY_SOMETHING", 300);
        String form = "/venues/" + venue + "/bare/edit";
        for (String capacity : List.of("20", "30")) {
            pages.post(
                    form,
                    someone,
                    Pages.filled(pages.get(form, someone), "main form.venue-form", "capacity", capacity));
        }
        pages.post(form, someone, Pages.filled(pages.get(form, someone), "main form.venue-form", "amount", "4"));
        Written was = revisions(venue).get(0);
        jdbc.sql("delete from venue_revision where venue_id = ? and kind = 'ADDED'")
                .param(venue)
                .update();

        String migration =
                Files.readString(Path.of("src/main/resources/db/migration/V202611221320__venue_first_revisions.sql"));
        jdbc.sql(migration.substring(migration.lastIndexOf("insert into"))).update();

        List<Written> revisions = revisions(venue);
        assertThat(revisions).extracting(Written::kind).containsExactly("ADDED", "EDITED", "EDITED", "EDITED");
        assertThat(revisions.get(0)).isEqualTo(was);
        assertThat(was.after()).containsEntry("amount", "3.00").doesNotContainKey("capacity");
        assertThat(pages.get("/venues/" + venue + "/bare/history")
                        .html()
                        .select("ol > li")
                        .last()
                        .text())
                .startsWith("Added");
    }
}
