package org.shelfmates.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * Who wrote a comment: a librarian, or a guest, of whom nothing but the name is shown.
 *
 * @param handle null for a guest
 */
public record Writer(@Nullable String handle, String name) {

    /** Reads the columns {@code handle} and {@code person_name}, with a prefix. */
    static @Nullable Writer of(ResultSet row, String prefix) throws SQLException {
        String name = row.getString(prefix + "person_name");
        return name == null ? null : new Writer(row.getString(prefix + "handle"), name);
    }

    public boolean guest() {
        return handle == null;
    }

    /** The address of the profile, null for a guest. */
    public @Nullable String path() {
        return handle == null ? null : Person.pathOf(handle);
    }

    public String initials() {
        return person().initials();
    }

    /** The style of the avatar. */
    public String style() {
        return person().style();
    }

    private Person person() {
        return new Person(0, handle == null ? name : handle, name);
    }
}
