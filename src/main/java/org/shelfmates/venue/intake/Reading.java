package org.shelfmates.venue.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.web.Line;

/** Makes the lines of a list into rows, and says what is wrong with the others. */
class Reading {

    private static final Pattern UNPRINTABLE = Pattern.compile("[" + Line.UNPRINTABLE + "]");
    private static final Pattern MONEY = Pattern.compile("\\d{1,8}(\\.\\d{1,3})?");
    private static final Pattern WEBSITE = Pattern.compile("https?://\\S+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final int MOST = 10_000_000;
    private static final int LARGEST = 100_000;
    private static final Set<String> COSTS =
            Set.of("UNKNOWN", "FREE", "BUY_SOMETHING", "MINIMUM_SPEND", "HIRE_PER_HOUR");
    private static final Set<String> PRICED = Set.of("BUY_SOMETHING", "MINIMUM_SPEND", "HIRE_PER_HOUR");
    private static final Set<String> NOISES = Set.of("QUIET", "CHATTER", "LOUD");
    private static final List<Column> YES_OR_NO = List.of(
            Column.CIRCULATE,
            Column.STEP_FREE,
            Column.TOILETS,
            Column.HEARING_LOOP,
            Column.CHILD_FRIENDLY,
            Column.WIFI,
            Column.POWER);

    private final Gazetteer gazetteer;
    private final Problems problems;
    private final Map<String, Long> refs = new HashMap<>();

    /** @param problems where what is wrong is added */
    Reading(Gazetteer gazetteer, Problems problems) {
        this.gazetteer = gazetteer;
        this.problems = problems;
    }

    List<Row> rows(List<Sheet.Line> lines) {
        gazetteer.prepare(lines);
        List<Row> rows = new ArrayList<>(lines.size());
        for (Sheet.Line line : lines) {
            Row row = row(line);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private @Nullable Row row(Sheet.Line line) {
        int before = problems.count();
        line.cells().forEach((column, cell) -> text(line, column, cell));
        for (Column column : List.of(Column.REF, Column.NAME, Column.KIND)) {
            if (line.cell(column).isEmpty()) {
                problem(line, column, "missing");
            }
        }
        Long earlier = refs.putIfAbsent(line.cell(Column.REF), line.number());
        if (earlier != null && !line.cell(Column.REF).isEmpty()) {
            problem(line, Column.REF, "twice", String.valueOf(earlier));
        }
        Place place = place(line);
        Currency currency = place == null ? null : currency(place.country());
        String cost = word(line, Column.COST, COSTS);
        Integer amount = money(line, Column.AMOUNT, currency);
        if (amount != null && !PRICED.contains(cost)) {
            problem(line, Column.AMOUNT, "amount-without-cost");
        }
        YES_OR_NO.forEach(column -> word(line, column, Set.of("YES", "NO")));
        String website = line.cell(Column.WEBSITE);
        if (!website.isEmpty() && !WEBSITE.matcher(website).matches()) {
            problem(line, Column.WEBSITE, "website");
        }
        String kind = kind(line);
        Integer deposit = money(line, Column.DEPOSIT, currency);
        Integer capacity = capacity(line);
        String noise = word(line, Column.NOISE, NOISES);
        if (problems.count() > before || place == null || currency == null) {
            return null;
        }
        return new Row(
                line,
                place,
                kind,
                cost.isEmpty() ? "UNKNOWN" : cost,
                amount,
                deposit,
                currency.getCurrencyCode(),
                capacity,
                noise.isEmpty() ? null : noise);
    }

    private void text(Sheet.Line line, Column column, String cell) {
        if (cell.codePointCount(0, cell.length()) > column.longest()) {
            problem(line, column, "long", String.valueOf(column.longest()));
        }
        if (UNPRINTABLE
                .matcher(cell.replace("\r", "").replace("\n", "").replace("\t", ""))
                .find()) {
            problem(line, column, "unprintable");
        }
    }

    private void problem(Sheet.Line line, Column column, String code, String... words) {
        problems.add(Problem.of(line.number(), column.word(), code, words));
    }

    private @Nullable Place place(Sheet.Line line) {
        String id = line.cell(Column.PLACE_ID);
        if (!id.isEmpty()) {
            Place place = ID.matcher(id).matches() ? gazetteer.byId(Long.parseLong(id)) : null;
            if (place == null) {
                problem(line, Column.PLACE_ID, "no-place", id);
            }
            return place;
        }
        if (line.cell(Column.PLACE).isEmpty()) {
            problem(line, Column.PLACE, "missing");
            return null;
        }
        if (!COUNTRY.matcher(line.cell(Column.COUNTRY)).matches()) {
            problem(line, Column.COUNTRY, "country");
            return null;
        }
        List<Place> places = gazetteer.named(line);
        if (places.size() == 1) {
            return places.get(0);
        }
        if (places.isEmpty()) {
            problem(line, Column.PLACE, "no-place", line.cell(Column.PLACE));
        } else {
            problem(line, Column.PLACE, "which-place", Gazetteer.choices(places));
        }
        return null;
    }

    private static @Nullable Currency currency(String country) {
        Currency currency = Currency.getInstance(new Locale("", country));
        return currency == null ? Currency.getInstance("EUR") : currency; // Antarctica alone has none
    }

    private String kind(Sheet.Line line) {
        String word = line.cell(Column.KIND).toUpperCase(Locale.ROOT);
        for (VenueKind kind : VenueKind.values()) {
            if (kind.name().equals(word)) {
                return word;
            }
        }
        if (!word.isEmpty()) {
            problem(line, Column.KIND, "choice", line.cell(Column.KIND));
        }
        return "";
    }

    private String word(Sheet.Line line, Column column, Set<String> allowed) {
        String word = line.cell(column).toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !allowed.contains(word)) {
            problem(line, column, "choice", line.cell(column));
        }
        return word;
    }

    /** @return in the smallest unit of the currency */
    private @Nullable Integer money(Sheet.Line line, Column column, @Nullable Currency currency) {
        String cell = line.cell(column);
        if (cell.isEmpty() || currency == null) {
            return null;
        }
        if (MONEY.matcher(cell).matches()) {
            BigDecimal smallest = new BigDecimal(cell).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
            if (smallest.stripTrailingZeros().scale() <= 0
                    && smallest.signum() > 0
                    && smallest.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
                return smallest.intValueExact();
            }
        }
        problem(line, column, "money", currency.getCurrencyCode());
        return null;
    }

    private @Nullable Integer capacity(Sheet.Line line) {
        String cell = line.cell(Column.CAPACITY);
        if (cell.isEmpty()) {
            return null;
        }
        int people = cell.matches("\\d{1,6}") ? Integer.parseInt(cell) : 0;
        if (people < 1 || people > LARGEST) {
            problem(line, Column.CAPACITY, "capacity");
        }
        return people;
    }
}
