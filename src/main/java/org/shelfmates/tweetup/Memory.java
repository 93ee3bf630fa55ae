package org.shelfmates.tweetup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.picture.Picture;

/**
 * What people keep of a tweetup that is over; of the others there is nothing.
 *
 * @param recap Markdown, empty where none was written
 * @param writer of the recap, null where there is none or they are gone
 * @param yes how many would meet here again
 * @param answered how many of those who came said whether they would
 */
public record Memory(String recap, @Nullable Person writer, List<Shot> shots, int yes, int answered) {

    /** From {@link #JOIN}. */
    static final String COLUMNS = "verdict.*, shot.*, recap.body as recap_body, teller.id as teller_id,"
            + " teller.name as teller_name, teller_account.handle as teller_handle";

    static final String JOIN = """
            cross join lateral (
                select count(*) filter (where again) as again_yes, count(again) as again_said
                from rsvp where tweetup_id = t.id and\s""" + Attendance.came("rsvp") + """
            ) verdict
            cross join lateral (
                select array_agg(picture.id order by picture.id) as shot_ids,
                    array_agg(picture.token order by picture.id) as shot_tokens,
                    array_agg(array[width, height, small_width, small_height] order by picture.id) as shot_sizes,
                    array_agg(tp.alt order by picture.id) as shot_alts,
                    array_agg(tp.caption order by picture.id) as shot_captions
                from tweetup_picture tp join picture on picture.id = tp.picture_id where tp.tweetup_id = t.id) shot
            left join recap on recap.tweetup_id = t.id
            left join librarian teller on teller.id = recap.written_by and\s""" + Sight.unblocked("teller") + """

            left join account teller_account on teller_account.id = teller.id
            """;

    /** With fewer, the sum would tell what one of them said. */
    private static final int FEWEST = 3;

    /** @param caption may be empty */
    public record Shot(Picture picture, String alt, String caption) {}

    static Memory read(ResultSet row) throws SQLException {
        String handle = row.getString("teller_handle");
        return new Memory(
                Objects.toString(row.getString("recap_body"), ""),
                handle == null ? null : new Person(row.getLong("teller_id"), handle, row.getString("teller_name")),
                shots(row),
                row.getInt("again_yes"),
                row.getInt("again_said"));
    }

    private static List<Shot> shots(ResultSet row) throws SQLException {
        Array ids = row.getArray("shot_ids");
        if (ids == null) {
            return List.of();
        }
        Long[] id = (Long[]) ids.getArray();
        String[] token = (String[]) row.getArray("shot_tokens").getArray();
        Integer[][] size = (Integer[][]) row.getArray("shot_sizes").getArray();
        String[] alt = (String[]) row.getArray("shot_alts").getArray();
        String[] caption = (String[]) row.getArray("shot_captions").getArray();
        return IntStream.range(0, id.length)
                .mapToObj(i -> new Shot(
                        new Picture(id[i], token[i], size[i][0], size[i][1], size[i][2], size[i][3]),
                        alt[i],
                        caption[i]))
                .toList();
    }

    public boolean empty() {
        return recap.isEmpty() && shots.isEmpty();
    }

    /** Whether the sums are told. */
    public boolean told() {
        return answered >= FEWEST;
    }

    public int no() {
        return answered - yes;
    }
}
