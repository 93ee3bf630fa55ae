package org.shelfmates.librarian.follow;

import org.shelfmates.librarian.LibrarianCards;
import org.shelfmates.librarian.Sight;
import org.shelfmates.librarian.card.Part;

/**
 * The statements of {@link FollowLists}. However many follow somebody and however few of them fit, none looks at more than a few
 * thousand rows: where a filter lets few librarians through, these are looked up among the follows, else the follows are walked
 * newest first, a window at a time.
 */
final class FollowSql {

    /** How many follows are looked at for one page. */
    static final int WINDOW = 2000;

    static final String TABS = """
            select l.id as person_id, a.handle, l.name as person_name, l.follow_lists, p.id as centre, p.name as centre_name,
                (select count(*) from (select from follow where follower_id = l.id limit :most) f) as following,
                (select count(*) from (select from follow where followed_id = l.id limit :most) f) as followers,
                exists (select from follow where follower_id = l.id and followed_id = :viewer) as follows_you,
                exists (select from block where blocker_id = :viewer and blocked_id = l.id) as blocked
            from librarian l join account a on a.id = l.id
            join place p on p.id = coalesce((select place_id from librarian where id = :viewer), l.place_id)
            where a.handle = :handle and\s""";

    /** The last follow of the window. */
    static final String END = """
            select since, {other} as other from follow where {owner} = :owner and (since, {other}) < (:since, :from)
            order by since desc, {other} desc offset :before limit 1""";

    private static final String HERE = "(select position from place where id = :centre)";

    private static final String CARDS =
            "select " + LibrarianCards.COLUMNS + ", kilometres_of(p.position <-> " + HERE + """
            ) as kilometres, f.since,
                exists (select from follow where follower_id = :viewer and followed_id = l.id) as followed,
                exists (select from follow where follower_id = l.id and followed_id = :viewer) as follows_you,
                exists (select from follow m where m.{owner} = l.id and m.{other} = :owner) as mutual
            """;

    private static final String WHO_IS_SEEN = " join librarian l on l.id = f.{other} where " + Sight.OF_VIEWER;

    private static final String ORDER = " order by f.since desc, f.{other} desc";

    private static final String INTERESTS_SEEN = " and " + Part.INTERESTS.seenOf("l");

    private static final String SHARED =
            "l.interests && (select interests from librarian where id = :viewer)" + INTERESTS_SEEN;

    private static final String TAGGED = "l.interests @> array[:interest]::text[]" + INTERESTS_SEEN;

    private FollowSql() {}

    /** Whether a filter has a condition that may let few through, whom an index finds without the follows. */
    static boolean drives(FollowFilter filter) {
        return filter.within() != null || filter.tag() != null;
    }

    /** The ids that the first such condition lets through. */
    static String candidates(FollowFilter filter) {
        if (filter.within() != null) {
            return "select l.id from place p join librarian l on l.place_id = p.id where p.position <@ cube_enlarge("
                    + HERE + ", chord_of(:within), 3) and p.position <-> " + HERE + " <= chord_of(:within) limit :few";
        }
        return "select l.id from librarian l where " + TAGGED + " limit :few";
    }

    static String fromCandidates(FollowFilter filter) {
        return "with few as materialized (" + candidates(filter) + ") "
                + page(
                        "few join follow f on f.{owner} = :owner and f.{other} = few.id",
                        filter,
                        " and (f.since, f.{other}) < (:since, :from)");
    }

    static String fromFollows(FollowFilter filter) {
        return page("""
                (select * from follow where {owner} = :owner and (since, {other}) < (:since, :from)
                 order by since desc, {other} desc limit :window) f""", filter, "");
    }

    /** Who is on the page first, and then their cards. */
    private static String page(String follows, FollowFilter filter, String where) {
        return CARDS + "from (select f.* from " + follows + WHO_IS_SEEN + conditions(filter) + where + ORDER
                + " limit :limit) f"
                + " join librarian l on l.id = f.{other} join account a on a.id = l.id join place p on p.id = l.place_id"
                + ORDER;
    }

    private static String conditions(FollowFilter filter) {
        return (filter.within() == null
                        ? ""
                        : " and (select p.position from place p where p.id = l.place_id) <-> " + HERE
                                + " <= chord_of(:within)")
                + (filter.sector() == null ? "" : " and l.sectors @> array[:sector]::text[]")
                + (filter.tag() == null ? "" : " and " + TAGGED)
                + (filter.sharing() ? " and " + SHARED : "");
    }
}
