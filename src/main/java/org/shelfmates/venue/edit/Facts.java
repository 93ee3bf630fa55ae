package org.shelfmates.venue.edit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shelfmates.venue.Money;

/** All that people write of a venue, as strings: what a form holds, what is saved, and what changed, are compared by them. */
record Facts(Map<Fact, String> values) {

    Facts {
        Map<Fact, String> copy = new EnumMap<>(Fact.class); // its constructor takes no empty map that is not one
        copy.putAll(values);
        values = copy;
    }

    /** Reads the columns of table {@code venue}. */
    static Facts read(ResultSet row) throws SQLException {
        Map<Fact, String> values = new EnumMap<>(Fact.class);
        Currency currency = Money.currency(row.getString("currency"));
        for (Fact fact : Fact.values()) {
            values.put(fact, text(fact, row, currency));
        }
        return new Facts(values);
    }

    private static String text(Fact fact, ResultSet row, Currency currency) throws SQLException {
        Object value = row.getObject(fact.column());
        if (value == null) {
            return "";
        }
        return switch (fact.type()) {
            case FLAG -> value.equals(true) ? "yes" : "no";
            case MONEY ->
                BigDecimal.valueOf(((Integer) value).longValue(), Money.digits(currency))
                        .toPlainString();
            case COST -> value.equals("UNKNOWN") ? "" : value.toString();
            case TEXT, KIND, PLACE, NUMBER, NOISE -> value.toString();
        };
    }

    String get(Fact fact) {
        return values.getOrDefault(fact, "");
    }

    Facts with(Map<Fact, String> changes) {
        Map<Fact, String> changed = new EnumMap<>(values);
        changed.putAll(changes);
        return new Facts(changed);
    }

    /** What must be different here to be the same as the other. */
    List<Fact> differences(Facts other) {
        return Arrays.stream(Fact.values())
                .filter(fact -> !Objects.equals(get(fact), other.get(fact)))
                .toList();
    }

    /** The value of a fact's parameter: money in the smallest unit, rounded up where a currency has fewer digits. */
    String parameter(Fact fact, Currency currency) {
        String value = get(fact);
        if (fact.type() != Fact.Type.MONEY || value.isEmpty()) {
            return value;
        }
        return new BigDecimal(value)
                .setScale(Money.digits(currency), RoundingMode.UP)
                .unscaledValue()
                .toString();
    }
}
