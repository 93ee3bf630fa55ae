package org.shelfmates.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.MapDrawing.Name;

/**
 * Finds room for the names on one map: each goes to the right, the left, above or below its dot, wherever it covers
 * nothing and stays in the frame, and first where it stays in the middle square too.
 */
final class Lettering {

    /** The font size in units of the viewBox: that of {@code .map__label} in map.css. */
    private static final double SIZE = 14;

    /** Room for the widest common system fonts, as a share of the font size. */
    private static final double LETTER = 0.62;

    private static final double ASCENT = 0.78 * SIZE;
    private static final double DESCENT = 0.24 * SIZE;
    private static final double GAP = 5;

    private final Box frame;
    private final Box square;
    private final List<Box> taken;

    /** @param taken what names must not cover */
    Lettering(Box frame, Box square, List<Box> taken) {
        this.frame = frame;
        this.square = square;
        this.taken = new ArrayList<>(taken);
    }

    /** Takes the room for a name, if there is any. */
    @Nullable
    Name place(String label, double x, double y, double r) {
        List<Name> choices = choices(width(label), x, y, r);
        for (Box within : List.of(square, frame)) {
            for (Name choice : choices) {
                Box room = room(choice);
                if (within.contains(room) && taken.stream().noneMatch(room::meets)) {
                    taken.add(room);
                    return choice;
                }
            }
        }
        return null;
    }

    private List<Name> choices(double width, double x, double y, double r) {
        double beside = y + (ASCENT - DESCENT) / 2;
        return List.of(
                name(x + r + GAP, beside, "start", width),
                name(x - r - GAP, beside, "end", width),
                name(x, y - r - GAP - DESCENT, "middle", width),
                name(x, y + r + GAP + ASCENT, "middle", width));
    }

    private Name name(double x, double y, String anchor, double width) {
        Name name = new Name(tenths(x), tenths(y), anchor, tenths(width), true);
        return new Name(name.x(), name.y(), anchor, name.width(), square.contains(room(name)));
    }

    private static Box room(Name name) {
        return new Box(name.left(), name.y() - ASCENT, name.left() + name.width(), name.y() + DESCENT);
    }

    /** An estimate: the server knows no fonts. Han, Hangul and the like are as wide as they are high. */
    private static double width(String label) {
        return label.codePoints()
                        .mapToDouble(letter -> letter < 0x1100 ? LETTER : 1)
                        .sum()
                * SIZE;
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
