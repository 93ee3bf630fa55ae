package org.shelfmates.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What meeting at a venue costs.
 *
 * @param amount in the smallest unit of the currency, such as pence, by the model: for each person, in all, or for each hour;
 *     null where nobody knows
 * @param deposit in the same unit, given back and so no cost; null where there is none that is known
 * @param currency ISO 4217
 */
public record Cost(
        Model model, @Nullable Integer amount, @Nullable Integer deposit, String currency) {

    /** For how long a party meets where nobody says. */
    public static final int HOURS = 2;

    /** For how many it is reckoned where nobody says how many they are. */
    public static final int PEOPLE = 10;

    private static final String WHERE_NONE_IS_KNOWN = "USD";

    /** How a venue asks for money. */
    public enum Model {
        UNKNOWN,
        FREE,
        BUY_SOMETHING,
        MINIMUM_SPEND,
        HIRE_PER_HOUR;

        /** Whether an amount belongs to it. */
        public boolean asksMoney() {
            return this != UNKNOWN && this != FREE;
        }
    }

    /**
     * What {@link Quote#total} is, of {@code venue v}, {@code :people} and {@code :hours}; null where it is unknown. For lists that
     * are sorted by it: amounts of two currencies do not compare.
     */
    public static final String TOTAL = """
            (case v.cost when 'FREE' then 0
                when 'BUY_SOMETHING' then v.amount::bigint * cast(:people as integer)
                when 'MINIMUM_SPEND' then v.amount::bigint
                when 'HIRE_PER_HOUR' then v.amount::bigint * cast(:hours as integer) end)""";

    /** Reads the columns {@code cost}, {@code amount}, {@code deposit} and {@code currency}. */
    static Cost read(ResultSet row) throws SQLException {
        return new Cost(
                Model.valueOf(row.getString("cost")),
                (Integer) row.getObject("amount"),
                (Integer) row.getObject("deposit"),
                row.getString("currency"));
    }

    /**
     * What it costs this party.
     *
     * @param people 1 or more
     * @param hours 1 or more
     */
    public Quote of(int people, int hours) {
        if (people < 1 || hours < 1) {
            throw new IllegalArgumentException("nobody meets, or for no time");
        }
        return new Quote(this, people, hours);
    }

    /** The same for as long as people usually meet. */
    public Quote of(int people) {
        return of(people, HOURS);
    }

    /** Whether it is known; what is not known is never free. */
    public boolean known() {
        return model == Model.FREE || model.asksMoney() && amount != null;
    }

    public boolean free() {
        return model == Model.FREE;
    }

    /** The currency of a country, for what is asked there; dollars where a country has none of its own. */
    public static Currency currencyOf(String country) {
        try {
            Currency currency = Currency.getInstance(new Locale("", country));
            return currency == null ? Currency.getInstance(WHERE_NONE_IS_KNOWN) : currency;
        } catch (IllegalArgumentException e) {
            return Currency.getInstance(WHERE_NONE_IS_KNOWN); // no country of ISO 3166
        }
    }
}
