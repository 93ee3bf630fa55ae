package org.shelfmates.tweetup.edit;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The parts of a tweetup, for its planners: inside transactions that hold its row, as those who choose a part do. */
@Component
public class PartEditing {

    static final int MOST = 6;

    private static final int LONGEST = 80;
    private static final Pattern ONE_LINE = Pattern.compile("[^" + Line.UNPRINTABLE + "]*");
    private static final Pattern PLACES = Pattern.compile("0*([1-9]\\d{0,3}|10000)");

    private final JdbcClient jdbc;

    PartEditing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PartLine> of(long tweetupId) {
        return of(List.of(tweetupId)).getOrDefault(tweetupId, List.of());
    }

    /** The parts of each that has any, in order. */
    Map<Long, List<PartLine>> of(List<Long> tweetups) {
        Map<Long, List<PartLine>> parts = new HashMap<>();
        jdbc.sql("select tweetup_id, id, name, capacity from part where tweetup_id in (:tweetups) order by position")
                .param("tweetups", tweetups)
                .query(row -> {
                    parts.computeIfAbsent(row.getLong("tweetup_id"), any -> new ArrayList<>())
                            .add(new PartLine(
                                    row.getString("id"), row.getString("name"), capacity(row.getString("capacity"))));
                });
        return parts;
    }

    private static String capacity(@Nullable String places) {
        return places == null ? "" : places;
    }

    /** Says in the field {@code parts} the first thing that is wrong with them. */
    void check(long tweetupId, List<PartLine> lines, Errors errors) {
        String wrong = wrong(lines);
        if (wrong != null) {
            errors.rejectValue("parts", wrong);
            return;
        }
        Set<String> kept = lines.stream().map(PartLine::id).collect(Collectors.toSet());
        jdbc
                .sql("""
                        select p.id, p.name from part p where p.tweetup_id = ? and exists (
                            select from rsvp_part c join rsvp r on r.id = c.rsvp_id
                            where c.part_id = p.id and r.answer <> 'NOT_GOING') order by p.position""")
                .param(tweetupId)
                .query((row, n) -> new PartLine(row.getString("id"), row.getString("name"), ""))
                .stream()
                .filter(chosen -> !kept.contains(chosen.id()))
                .findFirst()
                .ifPresent(
                        chosen -> errors.rejectValue("parts", "edit.parts.chosen", new Object[] {chosen.name()}, null));
    }

    private static @Nullable String wrong(List<PartLine> lines) {
        Set<String> names = new HashSet<>();
        for (PartLine line : lines) {
            if (line.name().isEmpty()) {
                return "edit.parts.name";
            }
            if (line.name().length() > LONGEST || !ONE_LINE.matcher(line.name()).matches()) {
                return "edit.parts.length";
            }
            if (!line.capacity().isEmpty() && !PLACES.matcher(line.capacity()).matches()) {
                return "edit.parts.capacity";
            }
            if (!names.add(line.name().toLowerCase(Locale.ROOT))) {
                return "edit.parts.twice";
            }
        }
        return lines.size() > MOST ? "edit.parts.most" : null;
    }

    /** @param lines all parts that there are to be, in order, checked */
    void save(long tweetupId, List<PartLine> lines) {
        List<PartLine> before = of(tweetupId);
        if (before.equals(lines)) {
            return;
        }
        Set<String> known = before.stream().map(PartLine::id).collect(Collectors.toSet());
        lines.forEach(line -> known.remove(line.id()));
        known.forEach(removed -> jdbc.sql("delete from part where id = ?")
                .param(Long.valueOf(removed))
                .update());
        // positions are unique: those that stay make room for the new order first
        jdbc.sql("update part set position = position + 100 where tweetup_id = ?")
                .param(tweetupId)
                .update();
        Set<String> ids = before.stream().map(PartLine::id).collect(Collectors.toSet());
        for (int at = 0; at < lines.size(); at++) {
            PartLine line = lines.get(at);
            jdbc.sql(
                            ids.remove(line.id())
                                    ? "update part set position = :at, name = :name, capacity = :capacity"
                                            + " where id = :id and tweetup_id = :tweetup"
                                    : "insert into part (tweetup_id, position, name, capacity)"
                                            + " values (:tweetup, :at, :name, :capacity)")
                    .param("id", line.id().isEmpty() ? null : line.id(), Types.OTHER)
                    .param("tweetup", tweetupId)
                    .param("at", at)
                    .param("name", line.name())
                    .param("capacity", line.places(), Types.INTEGER)
                    .update();
        }
    }

    /** Gives a new tweetup the parts of another. */
    public void copy(long from, long to) {
        jdbc.sql("insert into part (tweetup_id, position, name, capacity)"
                        + " select ?, position, name, capacity from part where tweetup_id = ?")
                .params(to, from)
                .update();
    }
}
