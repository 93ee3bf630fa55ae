package org.shelfmates.venue;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Amounts of money as people read them. */
final class Money {

    private Money() {}

    /** How many digits a currency has after the point. */
    static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** {@code £3}, {@code £3.34}: in the reader's language, without pence where there are none. */
    static String words(long smallest, String code) {
        return words(smallest, code, LocaleContextHolder.getLocale());
    }

    static String words(long smallest, String code, Locale language) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return code + " " + smallest; // a currency that this JDK does not know
        }
        BigDecimal amount = BigDecimal.valueOf(smallest, digits(currency));
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits(currency));
        format.setMaximumFractionDigits(digits(currency));
        return format.format(amount);
    }
}
