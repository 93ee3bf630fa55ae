package org.shelfmates.place;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** One line of the gazetteer; its columns are those of GeoNames. */
record GazetteerRow(
        long id,
        String name,
        String otherNames,
        String country,
        String area,
        String district,
        double latitude,
        double longitude,
        int population,
        String zone)
        implements Comparable<GazetteerRow> {

    private static final Comparator<GazetteerRow> BIGGEST_FIRST =
            Comparator.comparingInt(GazetteerRow::population).reversed().thenComparingLong(GazetteerRow::id);

    static GazetteerRow parse(String line) {
        String[] column = line.split("\t", -1);
        return new GazetteerRow(
                Long.parseLong(column[0]),
                column[1],
                column[2],
                column[3],
                column[4],
                column[5],
                Double.parseDouble(column[6]),
                Double.parseDouble(column[7]),
                Integer.parseInt(column[8]),
                column[9]);
    }

    /** For COPY, in the order of the table's columns. The empty string is no null here: both areas may be empty. */
    String place(String slug) {
        double[] at = new Coordinates(latitude, longitude).position();
        return Stream.of(
                        id,
                        escaped(name),
                        slug,
                        country,
                        escaped(area),
                        escaped(district),
                        latitude,
                        longitude,
                        population,
                        zone,
                        "(" + at[0] + "," + at[1] + "," + at[2] + ")")
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining("\t"));
    }

    /** For COPY: every name that it is found by, once. */
    Stream<String> names() {
        String main = SearchKey.of(name);
        Set<String> keys = new LinkedHashSet<>();
        keys.add(main);
        for (String other : otherNames.split("\\|")) {
            keys.add(SearchKey.of(other));
        }
        keys.remove("");
        return keys.stream().map(key -> id + "\t" + key + "\t" + key.equals(main) + "\t" + population);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    @Override
    public int compareTo(GazetteerRow other) {
        return BIGGEST_FIRST.compare(this, other);
    }
}
