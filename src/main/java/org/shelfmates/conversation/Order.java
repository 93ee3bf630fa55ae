package org.shelfmates.conversation;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;

/** How a thread is read. Replies stand below what they answer, oldest first, in each of them. */
public enum Order {
    OLDEST("c.path"),
    NEWEST("c.path[1] desc, c.path"),
    /** Talks with a question that nobody has answered come first. */
    UNANSWERED("c.phase, c.path");

    private final String sort;

    Order(String sort) {
        this.sort = sort;
    }

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadRequestException for a word that no link of ours has */
    public static Order of(@Nullable String word) {
        return word == null || word.isEmpty()
                ? OLDEST
                : Stream.of(values())
                        .filter(order -> order.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new BadRequestException("order"));
    }

    String sort() {
        return sort;
    }

    /** A page of the comments {@code c} of thread {@code t}, from {@code :from}, {@code :root} and {@code :phase} on. */
    String page() {
        return switch (this) {
            case OLDEST -> """
                select c.*, 0 as phase from comment c
                where c.thread_id = (select id from t) and not c.gone and c.path > :from::bigint[]
                order by c.path limit :limit""";
            case NEWEST -> """
                select c.*, 0 as phase from comment c
                where c.thread_id = (select id from t) and not c.gone and c.path[1] <= :root
                    and (c.path[1] < :root or c.path > :from::bigint[])
                order by c.path[1] desc, c.path limit :limit""";
            case UNANSWERED -> """
                select c.* from (
                    (select c.*, 0 as phase from comment c
                    where c.thread_id = (select id from t) and not c.gone and c.path[1] in (select root from open)
                        and :phase = 0 and c.path > :from::bigint[]
                    order by c.path limit :limit)
                    union all
                    (select c.*, 1 as phase from comment c
                    where c.thread_id = (select id from t) and not c.gone and c.path[1] not in (select root from open)
                        and (:phase = 0 or c.path > :from::bigint[])
                    order by c.path limit :limit)) c
                order by c.phase, c.path limit :limit""";
        };
    }
}
