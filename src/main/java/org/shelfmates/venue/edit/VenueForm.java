package org.shelfmates.venue.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Money;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A venue as somebody writes it; what is empty they do not know.
 *
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param amount in the currency of the place, such as {@code 3.50}
 * @param version of the venue that the form was filled from, empty for a new one
 * @param distinct {@code true} where somebody has looked at those of a similar name, and it is none of them
 */
public record VenueForm(
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,

        @NotBlank(message = "{venue.name.missing}") @Size(max = 120, message = "{venue.limit}") @Line
        String name,

        @Size(max = 40) @Line String kind,
        @Size(max = 300, message = "{venue.limit}") @Line String address,
        @Size(max = 500, message = "{venue.limit}") @Prose String directions,
        @Size(max = 200, message = "{venue.limit}") @Line String stop,
        @Size(max = 200, message = "{venue.limit}") @Line String lastConnection,

        @Pattern(regexp = "|FREE|BUY_SOMETHING|MINIMUM_SPEND|HIRE_PER_HOUR", message = "{venue.choose}")
        String cost,

        @Pattern(regexp = "|" + VenueForm.MONEY, message = "{venue.amount.wrong}")
        String amount,

        @Pattern(regexp = "|" + VenueForm.MONEY, message = "{venue.amount.wrong}")
        String deposit,

        @Pattern(regexp = "|0*[1-9]\\d{0,4}|0*100000", message = "{venue.capacity.wrong}") @Size(max = 10)
        String capacity,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String stepFree,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String toilets,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String hearingLoop,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String childFriendly,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String circulate,

        @Pattern(regexp = "|QUIET|CHATTER|LOUD", message = "{venue.choose}")
        String noise,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String wifi,

        @Pattern(regexp = "|yes|no", message = "{venue.choose}")
        String power,

        @Size(max = 300, message = "{venue.limit}") @Prose String hours,
        @Size(max = 500, message = "{venue.limit}") @Prose String booking,

        @Size(max = 300, message = "{venue.limit}")
        @Pattern(regexp = "|https?://[^\\s/?#]+\\S*", message = "{venue.website.wrong}")
        @Line
        String website,

        @Pattern(regexp = "\\d{0,9}") String version,
        @Size(max = 10) String distinct) {

    static final String MONEY = "\\d{1,8}([.,]\\d{1,3})?";

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    public VenueForm {
        name = clean(name);
        kind = clean(kind);
        address = clean(address);
        directions = clean(directions);
        stop = clean(stop);
        lastConnection = clean(lastConnection);
        cost = clean(cost);
        amount = clean(amount);
        deposit = clean(deposit);
        capacity = clean(capacity);
        stepFree = clean(stepFree);
        toilets = clean(toilets);
        hearingLoop = clean(hearingLoop);
        childFriendly = clean(childFriendly);
        circulate = clean(circulate);
        noise = clean(noise);
        wifi = clean(wifi);
        power = clean(power);
        hours = clean(hours);
        booking = clean(booking);
        website = scheme(clean(website));
        version = clean(version);
        distinct = clean(distinct);
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Browsers read {@code HTTPS:} too; it is kept in the one way. */
    private static String scheme(String address) {
        int colon = address.indexOf("://");
        return colon < 0 ? address : address.substring(0, colon).toLowerCase(Locale.ROOT) + address.substring(colon);
    }

    /** An empty form, at a place. */
    static VenueForm at(String placeName) {
        return of(new Facts(Map.of()), placeName, "");
    }

    /** The form filled with what is saved. */
    static VenueForm of(Facts facts, String placeName, String version) {
        return new VenueForm(
                null,
                placeName,
                facts.get(Fact.NAME),
                facts.get(Fact.KIND),
                facts.get(Fact.ADDRESS),
                facts.get(Fact.DIRECTIONS),
                facts.get(Fact.STOP),
                facts.get(Fact.LAST_CONNECTION),
                facts.get(Fact.COST),
                facts.get(Fact.AMOUNT),
                facts.get(Fact.DEPOSIT),
                facts.get(Fact.CAPACITY),
                facts.get(Fact.STEP_FREE),
                facts.get(Fact.TOILETS),
                facts.get(Fact.HEARING_LOOP),
                facts.get(Fact.CHILD_FRIENDLY),
                facts.get(Fact.CIRCULATE),
                facts.get(Fact.NOISE),
                facts.get(Fact.WIFI),
                facts.get(Fact.POWER),
                facts.get(Fact.HOURS),
                facts.get(Fact.BOOKING),
                facts.get(Fact.WEBSITE),
                version,
                "");
    }

    public boolean fresh() {
        return version.isEmpty();
    }

    /** Of a form without errors: what it says, money with all the digits of its currency, and nothing of rooms where there is none. */
    Facts facts(Place at) {
        int digits = Money.digits(Cost.currencyOf(at.country()));
        Map<Fact, String> values = new EnumMap<>(Fact.class);
        values.put(Fact.NAME, name);
        values.put(Fact.KIND, kind);
        values.put(Fact.PLACE, Long.toString(at.id()));
        values.put(Fact.ADDRESS, address);
        values.put(Fact.DIRECTIONS, directions);
        values.put(Fact.STOP, stop);
        values.put(Fact.LAST_CONNECTION, lastConnection);
        values.put(Fact.COST, cost);
        values.put(Fact.AMOUNT, amount.isEmpty() ? "" : money(amount, digits).toPlainString());
        values.put(Fact.DEPOSIT, deposit.isEmpty() ? "" : money(deposit, digits).toPlainString());
        values.put(Fact.CAPACITY, capacity.replaceFirst("^0+", ""));
        values.put(Fact.STEP_FREE, stepFree);
        values.put(Fact.TOILETS, toilets);
        values.put(Fact.HEARING_LOOP, hearingLoop);
        values.put(Fact.CHILD_FRIENDLY, childFriendly);
        values.put(Fact.CIRCULATE, circulate);
        values.put(Fact.NOISE, noise);
        values.put(Fact.WIFI, wifi);
        values.put(Fact.POWER, power);
        values.put(Fact.HOURS, hours);
        values.put(Fact.BOOKING, booking);
        values.put(Fact.WEBSITE, website);
        if (VenueKind.valueOf(kind).online()) {
            Fact.OF_ROOMS.forEach(fact -> values.put(fact, ""));
        }
        return new Facts(values);
    }

    private static BigDecimal money(String typed, int digits) {
        return new BigDecimal(typed.replace(',', '.')).setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** Whether an amount can be paid in a currency: with no more digits than it has, more than nothing, and not too much. */
    static boolean payable(String typed, int digits) {
        try {
            BigDecimal smallest = money(typed, digits).movePointRight(digits);
            return smallest.signum() > 0 && smallest.compareTo(MOST) <= 0;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
