package org.shelfmates.venue;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * What a venue costs one party. Its words are a message: in templates
 * {@code #{${quote.key}(${quote.inAll}, ${quote.each}, ${quote.people}, ${quote.hours})}}, elsewhere this is what a
 * {@code MessageSource} resolves.
 */
public record Quote(Cost cost, int people, int hours) implements MessageSourceResolvable {

    /** The message: how it is said depends on the model, and on nothing that is not known. */
    public String key() {
        return "venue.cost." + (cost.known() ? cost.model() : Cost.Model.UNKNOWN);
    }

    /** In the smallest unit of the currency; null where it is unknown. */
    public @Nullable Long total() {
        Integer amount = cost.amount();
        if (cost.free()) {
            return 0L;
        }
        if (amount == null) {
            return null;
        }
        return switch (cost.model()) {
            case BUY_SOMETHING -> (long) amount * people;
            case MINIMUM_SPEND -> (long) amount;
            case HIRE_PER_HOUR -> (long) amount * hours;
            case FREE, UNKNOWN -> null;
        };
    }

    /** The total in words of money, empty where it is unknown. */
    public String inAll() {
        Long total = total();
        return total == null ? "" : Money.words(total, cost.currency());
    }

    /** What it comes to for each of them, rounded up to the smallest unit: never less than it is. */
    public String each() {
        Long total = total();
        return total == null ? "" : Money.words((total + people - 1) / people, cost.currency());
    }

    /** The deposit in words of money, empty where there is none. */
    public String deposit() {
        Integer deposit = cost.deposit();
        return deposit == null ? "" : Money.words(deposit, cost.currency());
    }

    @Override
    public String[] getCodes() {
        return new String[] {key()};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {inAll(), each(), people, hours};
    }
}
