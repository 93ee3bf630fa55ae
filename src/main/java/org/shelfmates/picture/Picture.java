package org.shelfmates.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture as pages show it, in two sizes. Page queries that join the table {@code picture} read it.
 *
 * @param token the part of its address that nobody can guess
 * @param width of the large one, in pixels
 * @param smallWidth of the small one
 */
public record Picture(long id, String token, int width, int height, int smallWidth, int smallHeight) {

    /** From {@code picture}; never its bytes. */
    public static final String COLUMNS = "picture.id as picture_id, picture.token, picture.width, picture.height,"
            + " picture.small_width, picture.small_height";

    /** @return null where an outer join found none */
    public static @Nullable Picture read(ResultSet row) throws SQLException {
        String token = row.getString("token");
        return token == null
                ? null
                : new Picture(
                        row.getLong("picture_id"),
                        token,
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("small_width"),
                        row.getInt("small_height"));
    }

    /** The address of the large one. */
    public String large() {
        return "/pictures/" + token + "-" + Size.LARGE.pixels() + ".jpg";
    }

    /** The address of the small one. */
    public String small() {
        return "/pictures/" + token + "-" + Size.SMALL.pixels() + ".jpg";
    }
}
