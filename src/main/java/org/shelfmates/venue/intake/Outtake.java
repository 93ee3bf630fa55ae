package org.shelfmates.venue.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the whole directory as a list that {@link Intake} can read. */
@Service
class Outtake {

    private static final String SQL = """
            select v.*, p.name as place, p.country, (select s.ref from venue_source s where s.venue_id = v.id
                order by s.source, s.ref limit 1) as ref
            from venue v join place p on p.id = v.place_id where v.merged_into is null order by v.id""";

    private static final int FETCHED = 1_000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final JdbcTemplate jdbc;

    Outtake(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Row after row, so that it takes no more memory however many there are. */
    @Transactional(readOnly = true)
    public void write(Appendable to) {
        try (CSVPrinter printer = new CSVPrinter(to, FORMAT)) {
            printer.printRecord(Arrays.stream(Column.values()).map(Column::word));
            jdbc.query(
                    connection -> {
                        var statement = connection.prepareStatement(SQL);
                        statement.setFetchSize(FETCHED);
                        return statement;
                    },
                    row -> {
                        print(printer, row);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, ResultSet row) throws SQLException {
        try {
            for (Column column : Column.values()) {
                printer.print(Sheet.harmless(cell(row, column)));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(ResultSet row, Column column) throws SQLException {
        return switch (column) {
            case REF -> row.getString("ref") == null ? "venue-" + row.getLong("id") : row.getString("ref");
            case KIND, COST, NOISE -> text(row.getString(column.word())).toLowerCase(Locale.ROOT);
            case AMOUNT, DEPOSIT -> money(row.getObject(column.word(), Integer.class), row.getString("currency"));
            case CIRCULATE, STEP_FREE, TOILETS, HEARING_LOOP, CHILD_FRIENDLY, WIFI, POWER ->
                yes(row.getObject(column.word(), Boolean.class));
            default -> text(row.getString(column.word()));
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String yes(@Nullable Boolean is) {
        return is == null ? "" : is ? "yes" : "no";
    }

    private static String money(@Nullable Integer smallest, String currency) {
        return smallest == null
                ? ""
                : BigDecimal.valueOf(
                                smallest,
                                Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()))
                        .toPlainString();
    }
}
