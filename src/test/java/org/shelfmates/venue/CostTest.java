package org.shelfmates.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class CostTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    @BeforeEach
    void words() {
        messages.setBasename("messages/venue");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private String words(Cost.Model model, @Nullable Integer amount, int people, int hours) {
        return messages.getMessage(
                new Cost(model, amount, null, "GBP").of(people, hours), LocaleContextHolder.getLocale());
    }

    @Test
    void whatItCostsIsSaidForTheParty() {
        assertThat(words(Cost.Model.FREE, null, 12, 2)).isEqualTo("free");
        assertThat(words(Cost.Model.BUY_SOMETHING, 300, 12, 2))
                .isEqualTo("about £3 each: buy a drink; £36 in all for 12");
        assertThat(words(Cost.Model.MINIMUM_SPEND, 6000, 12, 2)).isEqualTo("at least £60 in all, £5 each for 12");
        assertThat(words(Cost.Model.HIRE_PER_HOUR, 2000, 12, 1)).isEqualTo("£20 for 1 hour, £1.67 each for 12");
    }

    @Test
    void eachPaysRoundedUpToTheSmallestUnit() {
        assertThat(words(Cost.Model.HIRE_PER_HOUR, 2000, 12, 2)).isEqualTo("£40 for 2 hours, £3.34 each for 12");
    }

    @Test
    void whatIsUnknownIsSaidSoAndNeverFree() {
        for (Cost.Model model : Cost.Model.values()) {
            if (model != Cost.Model.FREE) {
                assertThat(words(model, null, 12, 2)).isEqualTo("cost unknown");
                assertThat(new Cost(model, null, null, "GBP").of(3).total()).isNull();
            }
        }
    }

    @Test
    void aDepositIsNoCost() {
        Quote quote = new Cost(Cost.Model.FREE, null, 5000, "GBP").of(4);

        assertThat(quote.total()).isZero();
        assertThat(quote.deposit()).isEqualTo("£50");
    }

    @Test
    void moneyIsSaidInItsCurrencyAndTheReadersLanguage() {
        assertThat(Money.words(1250, "JPY", Locale.ENGLISH)).isEqualTo("¥1,250");
        assertThat(Money.words(1250, "EUR", Locale.ENGLISH)).isEqualTo("€12.50");
        assertThat(Money.words(1250, "GBP", new Locale("cy"))).contains("£").contains("12.50");
        assertThat(Money.words(5, "QQQ", Locale.ENGLISH)).isEqualTo("QQQ 5");
    }

    @Test
    void theCurrencyIsThatOfTheCountry() {
        assertThat(Cost.currencyOf("GB").getCurrencyCode()).isEqualTo("GBP");
        assertThat(Cost.currencyOf("JP").getCurrencyCode()).isEqualTo("JPY");
        assertThat(Cost.currencyOf("AQ").getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void aPartyOfNobodyIsNone() {
        Cost free = new Cost(Cost.Model.FREE, null, null, "GBP");

        assertThatThrownBy(() -> free.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> free.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
