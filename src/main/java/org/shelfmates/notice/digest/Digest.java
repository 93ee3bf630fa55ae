package org.shelfmates.notice.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.suggest.Suggestion;
import org.shelfmates.notice.Kind;

/**
 * What a digest tells: the notices that waited for it, tweetups that are new, and questions.
 *
 * @param someoneNew the person of the week, or null; for whom alone there is no digest
 */
record Digest(
        List<Waiting> waiting,
        List<News> news,
        List<Questions.Question> questions,
        @Nullable Suggestion someoneNew) {

    /**
     * A notice that waited, or several of a grouped kind and one subject.
     *
     * @param people how many did it
     * @param actor the last of them
     * @param words as {@link org.shelfmates.notice.Word} keeps them
     */
    record Waiting(List<Long> ids, Kind kind, int people, String actor, String title, String path, String words) {}

    /** Why a tweetup is told of. Each is told of once, for the first of them. */
    enum Why {
        NEAR,
        GROUP,
        FOLLOWED
    }

    /**
     * @param start null when it has no date yet
     * @param by the group, or who of those that one follows; empty for what is near
     * @param plans whether that one plans it, and does not only go there
     */
    record News(
            Why why,
            long id,
            String slug,
            String title,
            @Nullable Instant start,
            ZoneId zone,
            String venue,
            String place,
            String by,
            boolean plans) {}

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return waiting.size() + news.size() + questions.size();
    }

    List<Long> notices() {
        return waiting.stream().flatMap(one -> one.ids().stream()).toList();
    }
}
