package org.shelfmates.group;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which groups nobody runs: those of whose organisers none was here in the last half year, that is, signed in, or asked for a
 * page while they were ({@code account.Seen}).
 */
public final class Unrun {

    /** So long without an organiser being here, a group counts as run by nobody. */
    public static final int AWAY_DAYS = 180;

    /** Whether nobody runs {@code city_group g}; {@code :since} is {@link #since}. */
    public static final String OF_GROUP = """
            not exists (select from membership o join account a on a.id = o.librarian_id
                left join account_seen s on s.account_id = o.librarian_id
                where o.group_id = g.id and o.organiser and coalesce(s.seen_on, a.created_at::date) > :since)""";

    private Unrun() {}

    /** Who was here last on that day is away for too long today. */
    public static Date since(Clock clock) {
        return Date.valueOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(AWAY_DAYS));
    }
}
