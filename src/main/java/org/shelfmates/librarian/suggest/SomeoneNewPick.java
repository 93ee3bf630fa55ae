package org.shelfmates.librarian.suggest;

/**
 * Who is somebody new for {@code :viewer} in the week of the Monday {@code :week}, after {@link Candidates#AROUND}: the nearest of
 * those who work in another sector or share no interest, whom nobody follows whom the viewer follows, and who were not
 * picked before. Who is picked once is picked for the whole week. Of those who are equally near, each week another.
 */
final class SomeoneNewPick {

    private static final int LOOKED_AT_EACH = 100;
    private static final int NEWEST_LOOKED_AT = 500;

    private static final String OUTSIDE = Candidates.ALLOWED + """
             and (not l.interests && (select interests from me)
                    or l.sectors <> '{}' and not l.sectors && (select sectors from me))
                and not exists (select from known where known.id = l.id)
                and not exists (select from someone_new where librarian_id = :viewer and other_id = l.id)""";

    private static final String PICK = """
            (select l.id, near.chord from near cross join lateral (
                select * from (select * from librarian where place_id = near.id order by id desc limit %1$d) l
                where %3$s) l
             union all
             (select l.id, 40000 from (select * from librarian order by id desc limit %2$d) l
              where %3$s and not exists (select from near where near.id = l.place_id)))
            """.formatted(LOOKED_AT_EACH, NEWEST_LOOKED_AT, OUTSIDE);

    /** {@code someone}: the one person, or nobody. Nothing is looked for once a row is kept. */
    static final String SQL = """
            kept as materialized (
                select other_id, put_off from someone_new where librarian_id = :viewer and week = :week),
            made as (
                insert into someone_new (librarian_id, week, other_id)
                select :viewer, :week, id from %s as outside (id, chord)
                where not exists (select from kept)
                order by chord, hashint8extended(id, :week::date - date '2000-01-03'), id limit 1
                on conflict do nothing returning other_id),
            someone as (
                select l.id from (select other_id from kept where not put_off union all select other_id from made) n
                join librarian l on l.id = n.other_id where %s)""".formatted(PICK, Candidates.ALLOWED);

    private SomeoneNewPick() {}
}
