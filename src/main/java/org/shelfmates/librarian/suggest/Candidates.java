package org.shelfmates.librarian.suggest;

import org.shelfmates.librarian.Sight;

/**
 * Where those come from who may be suggested to {@code :viewer}: sources that are bounded by the order of an index, so that a
 * million librarians cost as much as a thousand.
 *
 * <ul>
 *   <li>{@code known}: whom those follow whom the viewer follows, the most followed of them;
 *   <li>{@code neighbours}: in each of the nearest places where anybody lives, those of its newest who share an interest first;
 *   <li>{@code cohort}: in each of the viewer's programmes, those of the newest who let themselves be seen, the near ones first;
 *   <li>{@code newest}: of those who joined last, who shares an interest.
 * </ul>
 */
final class Candidates {

    /** Farther away nobody is a neighbour. */
    static final int WITHIN = 100;

    private static final int PLACES = 40;
    private static final int LOOKED_AT_EACH = 200;
    private static final int TAKEN_EACH = 12;
    private static final int NEIGHBOURS = 150;
    private static final int KNOWN = 100;
    private static final int PROGRAMMES = 5;
    private static final int COHORT_LOOKED_AT_EACH = 200;
    private static final int COHORT = 50;
    private static final int NEWEST_LOOKED_AT = 1000;
    private static final int NEWEST = 50;

    /** The viewer, and who is near and known to whom: {@code me}, {@code mine}, {@code excluded}, {@code known}, {@code near}. */
    static final String AROUND = """
            me as materialized (
                select l.id, l.interests, l.sectors, p.position as home,
                    array(select programme_id from programme_member where librarian_id = :viewer and shown
                        order by joined_at desc limit %d) as programmes
                from librarian l join place p on p.id = l.place_id where l.id = :viewer),
            mine as materialized (
                select f.followed_id as id from follow f join librarian l on l.id = f.followed_id
                where f.follower_id = :viewer and l.follow_lists <> 'NOBODY' order by f.since desc limit %d),
            excluded as materialized (
                select followed_id as id from follow where follower_id = :viewer
                union all select blocked_id from block where blocker_id = :viewer
                union all select blocker_id from block where blocked_id = :viewer
                union all select dismissed_id from suggestion_dismissal where librarian_id = :viewer),
            known as materialized (
                select f.followed_id as id, count(*) as people
                from mine cross join lateral (
                    select followed_id from follow where follower_id = mine.id order by since desc limit %d) f
                where f.followed_id <> :viewer group by f.followed_id),
            near as materialized (
                select id, position <-> (select home from me) as chord from place
                where position <@ cube_enlarge((select home from me), chord_of(%d), 3)
                    and exists (select from librarian where place_id = place.id)
                order by position <-> (select home from me) limit %d)""".formatted(PROGRAMMES, Scoring.CIRCLE, Scoring.FOLLOWED_EACH, WITHIN, PLACES);

    /**
     * Of {@code librarian l}, after {@link #AROUND}: not oneself, nor {@code excluded}. Looked up in one list, because a
     * condition for each reason at each source takes longer to plan than to run; {@link Sight} has its say over what comes of it.
     */
    static final String ALLOWED = "l.id <> :viewer and l.id not in (select id from excluded)";

    /** After {@link #AROUND}: {@code candidate}, each once, with how many of those whom the viewer follows follow them. */
    static final String ALL = """
            candidate as materialized (
                select c.id, coalesce(known.people, 0) as known from (
                    (select l.id from known l
                     where %s order by people desc, l.id desc limit %d)
                    union
                    (select l.id from near cross join lateral (
                        select l.id from (
                            select * from librarian
                            where place_id = near.id order by id desc limit %d) l
                        where %s
                        order by l.interests && (select interests from me) desc, l.id desc limit %d) l limit %d)
                    union
                    (select l.id from unnest((select programmes from me)) as mine (id) cross join lateral (
                        select librarian_id as id from programme_member
                        where programme_id = mine.id and shown order by librarian_id desc limit %d) m
                     join librarian l on l.id = m.id
                     where %s order by l.place_id in (select id from near) desc, l.id desc limit %d)
                    union
                    (select l.id from (select * from librarian order by id desc limit %d) l
                     where l.interests && (select interests from me) and %s order by l.id desc limit %d)) c
                left join known on known.id = c.id)""".formatted(
                    ALLOWED,
                    KNOWN,
                    LOOKED_AT_EACH,
                    ALLOWED,
                    TAKEN_EACH,
                    NEIGHBOURS,
                    COHORT_LOOKED_AT_EACH,
                    ALLOWED,
                    COHORT,
                    NEWEST_LOOKED_AT,
                    ALLOWED,
                    NEWEST);

    private Candidates() {}
}
