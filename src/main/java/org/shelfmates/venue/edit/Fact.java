package org.shelfmates.venue.edit;

import java.util.Arrays;
import java.util.List;

/** What people write of a venue, in the order of the form. Each is a string there and in the history; empty is unknown. */
enum Fact {
    NAME("name", "name", "venue.name", Type.TEXT),
    KIND("kind", "kind", "venue.kind", Type.KIND),
    PLACE("place", "place_id", "venue.place", Type.PLACE),
    ADDRESS("address", "address", "venue.address", Type.TEXT),
    DIRECTIONS("directions", "directions", "venue.directions", Type.TEXT),
    STOP("stop", "stop", "venue.stop", Type.TEXT),
    LAST_CONNECTION("lastConnection", "last_connection", "venue.last", Type.TEXT),
    COST("cost", "cost", "venue.model", Type.COST),
    AMOUNT("amount", "amount", "venue.amount", Type.MONEY),
    DEPOSIT("deposit", "deposit", "venue.deposit", Type.MONEY),
    CAPACITY("capacity", "capacity", "venue.capacity", Type.NUMBER),
    STEP_FREE("stepFree", "step_free", "venue.step-free", Type.FLAG),
    TOILETS("toilets", "toilets", "venue.toilets", Type.FLAG),
    HEARING_LOOP("hearingLoop", "hearing_loop", "venue.loop", Type.FLAG),
    CHILD_FRIENDLY("childFriendly", "child_friendly", "venue.children", Type.FLAG),
    CIRCULATE("circulate", "circulate", "venue.circulate", Type.FLAG),
    NOISE("noise", "noise", "venue.noise", Type.NOISE),
    WIFI("wifi", "wifi", "venue.wifi", Type.FLAG),
    POWER("power", "power", "venue.power", Type.FLAG),
    HOURS("hours", "hours", "venue.hours", Type.TEXT),
    BOOKING("booking", "booking", "venue.booking", Type.TEXT),
    WEBSITE("website", "website", "venue.website", Type.TEXT);

    /** How a fact is kept in its column. */
    enum Type {
        TEXT("%s"),
        KIND("%s"),
        PLACE("%s::bigint"),
        COST("coalesce(nullif(%s, ''), 'UNKNOWN')"),
        /** In the form as people write it, in the column in the smallest unit of the currency. */
        MONEY("nullif(%s, '')::integer"),
        NUMBER("nullif(%s, '')::integer"),
        FLAG("(case %s when 'yes' then true when 'no' then false end)"),
        NOISE("nullif(%s, '')");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /** What a venue has that people go to, and one online has not. */
    static final List<Fact> OF_ROOMS = List.of(
            ADDRESS,
            DIRECTIONS,
            STOP,
            LAST_CONNECTION,
            STEP_FREE,
            TOILETS,
            HEARING_LOOP,
            CHILD_FRIENDLY,
            CIRCULATE,
            NOISE,
            WIFI,
            POWER);

    private final String field;
    private final String column;
    private final String term;
    private final Type type;

    Fact(String field, String column, String term, Type type) {
        this.field = field;
        this.column = column;
        this.term = term;
        this.type = type;
    }

    /** As forms and the history name it. */
    String field() {
        return field;
    }

    String column() {
        return column;
    }

    /** The message that names it. */
    String term() {
        return term;
    }

    Type type() {
        return type;
    }

    /** The column's value of the parameter named like the field. */
    String sql() {
        return type.sql.formatted(":" + field);
    }

    static Fact of(String field) {
        return Arrays.stream(values())
                .filter(fact -> fact.field.equals(field))
                .findFirst()
                .orElseThrow();
    }
}
