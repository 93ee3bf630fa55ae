package org.shelfmates.group;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shelfmates.librarian.Sector;
import org.shelfmates.place.MapDrawing.Marker;

/**
 * Who belongs to a group, as far as the viewer may see it.
 *
 * @param newest members who do not organise it, latest first
 * @param sectors with how many work in each, most first; some work in several, and some in none
 * @param origins the places that they live in, with how many, most first
 */
public record Makeup(List<Member> organisers, List<Member> newest, List<Mix> sectors, List<Marker> origins) {

    /** Those that most people ask for. */
    private static final List<Sector> LOOKED_FOR =
            List.of(Sector.PUBLIC, Sector.ACADEMIC, Sector.SCHOOL, Sector.HEALTH);

    private static final int WIDTH = 1000;

    /** How many work in a sector. */
    public record Mix(Sector sector, int people) {}

    /**
     * A piece of a bar that is {@value Makeup#WIDTH} wide.
     *
     * @param tone 0 to 5, one after the other
     */
    public record Piece(int x, int width, int tone) {}

    /** The sectors as a bar, in their order. */
    public List<Piece> bar() {
        int all = Math.max(1, sectors.stream().mapToInt(Mix::people).sum());
        int[] before = {0};
        int[] tone = {0};
        return sectors.stream()
                .map(mix -> {
                    int from = WIDTH * before[0] / all;
                    before[0] += mix.people();
                    return new Piece(from, WIDTH * before[0] / all - from, tone[0]++ % 6);
                })
                .toList();
    }

    /** The sectors of whom nobody is there yet, of those that are looked for most. */
    public List<Sector> missing() {
        Map<Sector, Integer> there = new EnumMap<>(Sector.class);
        sectors.forEach(mix -> there.put(mix.sector(), mix.people()));
        return LOOKED_FOR.stream().filter(sector -> !there.containsKey(sector)).toList();
    }

    /** Organisers and newest members. */
    public List<Member> shown() {
        return Stream.concat(organisers.stream(), newest.stream()).toList();
    }
}
