package org.shelfmates.venue.intake;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.web.Slug;
import org.shelfmates.web.Token;

/** A line of a list that nothing is wrong with: what {@code venue} has of it. */
record Row(
        Sheet.Line line,
        Place place,
        String kind,
        String cost,
        @Nullable Integer amount,
        @Nullable Integer deposit,
        String currency,
        @Nullable Integer capacity,
        @Nullable String noise) {

    private static final int SLUG = 60;

    String slug() {
        String slug = Slug.ascii(line.cell(Column.NAME), SLUG);
        return slug.isEmpty() ? "venue" : slug;
    }

    /** A hash of all that the line says. */
    String said() {
        return HexFormat.of()
                .formatHex(Token.hash(line.cells().entrySet().stream()
                                .filter(cell -> !cell.getValue().isEmpty())
                                .toList()
                        + "@" + place.id()));
    }

    @Nullable
    Boolean yes(Column column) {
        String word = line.cell(column);
        return word.isEmpty() ? null : (Boolean) word.equalsIgnoreCase("yes");
    }
}
