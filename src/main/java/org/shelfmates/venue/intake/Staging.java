package org.shelfmates.venue.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of a list in a table of the transaction's own, so that a hundred thousand of them are compared and written by a few
 * statements.
 */
@Component
class Staging {

    private static final int BATCH = 2_000;

    /** The columns of {@code venue} that a list says something of. */
    private static final List<String> SAID = List.of(
            "slug",
            "name",
            "kind",
            "place_id",
            "address",
            "directions",
            "stop",
            "last_connection",
            "cost",
            "amount",
            "deposit",
            "currency",
            "capacity",
            "circulate",
            "noise",
            "step_free",
            "toilets",
            "hearing_loop",
            "child_friendly",
            "wifi",
            "power",
            "hours",
            "booking",
            "website");

    private static final String COLUMNS = String.join(", ", SAID);

    private static final String INSERT = "insert into venue_row (line, ref, said, " + COLUMNS + ") values (?, ?, ?, "
            + SAID.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";

    /** Of what a list changes the history says what it was before, as of what people change. */
    private static final String UPDATE =
            """
            with before as materialized (
                select v.id, venue_facts(v) as facts from venue v join venue_row r on r.venue_id = v.id
                where r.becomes = 'UPDATED'), changed as (
                update venue v set version = v.version + 1,\s""" + SAID.stream().map(column -> column + " = r." + column).collect(Collectors.joining(", ")) + """
                 from venue_row r where r.venue_id = v.id and r.becomes = 'UPDATED'
                returning v.id, venue_facts(v) as facts)
            insert into venue_revision (venue_id, kind, made_by, made_at, fields, before, after)
            select id, 'EDITED', :who, :now, array_agg(field order by nth), array_agg(coalesce(old, '') order by nth),
                array_agg(coalesce(new, '') order by nth)
            from before join changed using (id) cross join lateral unnest(venue_fields(), before.facts, changed.facts)
                with ordinality as u (field, old, new, nth)
            where coalesce(old, '') <> coalesce(new, '') group by id order by id""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Staging(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Inside the caller's transaction, with which the table ends. */
    void stage(String source, List<Row> rows) {
        run("drop table if exists venue_row");
        run(
                "create temporary table venue_row on commit drop as select 0::bigint as line, ''::text as ref, ''::text as said, "
                        + COLUMNS + " from venue limit 0");
        run("alter table venue_row add venue_id bigint, add becomes text not null default 'ADDED'");
        batches.batchUpdate(INSERT, rows, BATCH, Staging::fill);
        run("analyze venue_row");
        // what was merged into another venue since goes on there
        jdbc.sql("""
                        update venue_row r set venue_id = coalesce(v.merged_into, v.id),
                            becomes = case when s.said = r.said or v.merged_into is not null then 'UNCHANGED' else 'UPDATED' end
                        from venue_source s join venue v on v.id = s.venue_id where s.source = :source and s.ref = r.ref""").param("source", source).update();
        run("""
                update venue_row r set becomes = 'DUPLICATE'
                from (select line, row_number() over (partition by place_id, lower(name) order by line) as nth
                    from venue_row) o
                where o.line = r.line and r.becomes = 'ADDED' and (o.nth > 1 or exists (select from venue v
                    where v.place_id = r.place_id and lower(v.name) = lower(r.name) and v.merged_into is null))""");
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private static void fill(PreparedStatement to, Row row) throws SQLException {
        int at = 1;
        to.setLong(at++, row.line().number());
        to.setString(at++, row.line().cell(Column.REF));
        to.setString(at++, row.said());
        to.setString(at++, row.slug());
        to.setString(at++, row.line().cell(Column.NAME));
        to.setString(at++, row.kind());
        to.setLong(at++, row.place().id());
        for (Column column : List.of(Column.ADDRESS, Column.DIRECTIONS, Column.STOP, Column.LAST_CONNECTION)) {
            to.setString(at++, row.line().cell(column));
        }
        to.setString(at++, row.cost());
        to.setObject(at++, row.amount(), Types.INTEGER);
        to.setObject(at++, row.deposit(), Types.INTEGER);
        to.setString(at++, row.currency());
        to.setObject(at++, row.capacity(), Types.INTEGER);
        to.setObject(at++, row.yes(Column.CIRCULATE), Types.BOOLEAN);
        to.setString(at++, row.noise());
        for (Column column : List.of(
                Column.STEP_FREE,
                Column.TOILETS,
                Column.HEARING_LOOP,
                Column.CHILD_FRIENDLY,
                Column.WIFI,
                Column.POWER)) {
            to.setObject(at++, row.yes(column), Types.BOOLEAN);
        }
        for (Column column : List.of(Column.HOURS, Column.BOOKING, Column.WEBSITE)) {
            to.setString(at++, row.line().cell(column));
        }
    }

    Report.Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where becomes = 'ADDED') as added,
                            count(*) filter (where becomes = 'UPDATED') as updated,
                            count(*) filter (where becomes = 'UNCHANGED') as unchanged,
                            count(*) filter (where becomes = 'DUPLICATE') as duplicates from venue_row""").query(Report.Counts.class).single();
    }

    /** Writes what is staged into the directory. A line that is a duplicate is written nowhere. */
    void write(String source, long administrator, Instant now) {
        run("update venue_row set venue_id = nextval(pg_get_serial_sequence('venue', 'id')) where becomes = 'ADDED'");
        jdbc.sql("insert into venue (id, " + COLUMNS + ", added_by, added_at) overriding system value select venue_id, "
                        + COLUMNS + ", :who, :now from venue_row where becomes = 'ADDED' order by line")
                .param("who", administrator)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql(UPDATE)
                .param("who", administrator)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into venue_source (source, ref, venue_id, said, taken_at)
                        select :source, ref, venue_id, said, :now from venue_row where becomes in ('ADDED', 'UPDATED')
                        on conflict (source, ref) do update set said = excluded.said, taken_at = excluded.taken_at""").param("source", source).param("now", Timestamp.from(now)).update();
    }
}
