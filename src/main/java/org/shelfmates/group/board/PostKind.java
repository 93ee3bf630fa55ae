package org.shelfmates.group.board;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;

/** What a post is for. */
public enum PostKind {
    ASK,
    OFFER,
    NEWS;

    static final List<PostKind> ALL = List.of(values());

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return null for an empty word: all of them
     * @throws BadRequestException for a word that no link of ours has
     */
    static @Nullable PostKind of(@Nullable String word) {
        return word == null || word.isEmpty()
                ? null
                : Stream.of(values())
                        .filter(kind -> kind.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new BadRequestException("kind"));
    }
}
