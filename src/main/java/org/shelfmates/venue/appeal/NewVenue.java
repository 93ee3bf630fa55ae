package org.shelfmates.venue.appeal;

import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.VenueKind;

/**
 * A venue that is not in the directory yet, as whoever suggests it knows it.
 *
 * @param amount in the smallest unit of the currency of its place, or null
 */
public record NewVenue(
        String name,
        VenueKind kind,
        Place place,
        String address,
        Cost.Model cost,
        @Nullable Integer amount) {

    String currency() {
        return Cost.currencyOf(place.country()).getCurrencyCode();
    }
}
