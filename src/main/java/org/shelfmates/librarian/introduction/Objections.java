package org.shelfmates.librarian.introduction;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What speaks against an introduction; asked in the transaction of {@link Introducing}, under its locks. */
@Component
class Objections {

    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean askedAlready(Pair pair, long asker) {
        return is("""
                exists (select from introduction where asked_by = :asker and one_id = :one and other_id = :other
                    and not closed)""", pair, asker);
    }

    boolean knowEachOther(Pair pair) {
        return is("""
                exists (select from follow where follower_id = :one and followed_id = :other)
                    and exists (select from follow where follower_id = :other and followed_id = :one)""", pair, 0);
    }

    /**
     * Not who know each other, nor who blocks one of the three, nor who said "not now" within a year. One's own "not now" is
     * no reason against what one asks oneself.
     */
    boolean mayBeTold(Pair pair, long asker, Instant now) {
        return !knowEachOther(pair)
                && bind(jdbc.sql("""
                        select not exists (select from block where blocker_id in (:one, :other, :asker)
                                and blocked_id in (:one, :other, :asker))
                            and not exists (select from introduction where one_id = :one and other_id = :other
                                and declined_at > :peace
                                and (one_answer = 'NOT_NOW' and one_id <> :asker
                                    or other_answer = 'NOT_NOW' and other_id <> :asker))"""), pair, asker)
                        .param("peace", Timestamp.from(now.minus(Limits.PEACE)))
                        .query(Boolean.class)
                        .single();
    }

    int askedThisWeek(long asker, Instant now) {
        return jdbc.sql("select count(*) from introduction where asked_by = ? and asked_at > ?")
                .params(asker, Timestamp.from(now.minus(Limits.WEEK)))
                .query(Integer.class)
                .single();
    }

    private boolean is(String condition, Pair pair, long asker) {
        return bind(jdbc.sql("select " + condition), pair, asker)
                .query(Boolean.class)
                .single();
    }

    private static StatementSpec bind(StatementSpec statement, Pair pair, long asker) {
        return statement.param("one", pair.one()).param("other", pair.other()).param("asker", asker);
    }
}
