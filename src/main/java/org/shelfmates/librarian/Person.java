package org.shelfmates.librarian;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.shelfmates.web.Avatar;

/** As little of a librarian as a name in a list takes. */
public record Person(long id, String handle, String name) {

    /** Reads the columns {@code person_id}, {@code handle} and {@code person_name}. */
    public static Person of(ResultSet row) throws SQLException {
        return new Person(row.getLong("person_id"), row.getString("handle"), row.getString("person_name"));
    }

    /** Reads the arrays {@code ids}, {@code handles} and {@code names}, which are null where there is nobody. */
    public static List<Person> all(ResultSet row) throws SQLException {
        Array ids = row.getArray("ids");
        if (ids == null) {
            return List.of();
        }
        Long[] id = (Long[]) ids.getArray();
        String[] handle = (String[]) row.getArray("handles").getArray();
        String[] name = (String[]) row.getArray("names").getArray();
        return IntStream.range(0, id.length)
                .mapToObj(i -> new Person(id[i], handle[i], name[i]))
                .toList();
    }

    /** The address of the profile. */
    public String path() {
        return pathOf(handle);
    }

    /** The address of a librarian's profile. */
    public static String pathOf(String handle) {
        return "/librarians/" + handle;
    }

    /** The first letters of the first and last of the names. */
    public String initials() {
        String[] names = name.strip().split("\\s+");
        String first = letter(names[0]);
        return names.length == 1 ? first : first + letter(names[names.length - 1]);
    }

    /** The style of the avatar. */
    public String style() {
        return "avatar--" + colour();
    }

    /** Which of the avatar's colours ({@link Avatar#colour}). */
    public int colour() {
        return Avatar.colour(handle);
    }

    private static String letter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}
