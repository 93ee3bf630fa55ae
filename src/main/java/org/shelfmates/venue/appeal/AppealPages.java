package org.shelfmates.venue.appeal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.ConversationPages;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Reader;
import org.shelfmates.conversation.Writer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what an appeal's page shows. */
@Service
class AppealPages {

    private final Appeals appeals;
    private final AppealSuggestions suggestions;
    private final Conversations conversations;
    private final ConversationPages threads;

    AppealPages(
            Appeals appeals, AppealSuggestions suggestions, Conversations conversations, ConversationPages threads) {
        this.appeals = appeals;
        this.suggestions = suggestions;
        this.conversations = conversations;
        this.threads = threads;
    }

    /** @param answered whose comment the viewer wants to answer, or null */
    record Whole(
            Appeal appeal,
            List<Suggestion> suggestions,
            ConversationPages.Reading conversation,
            @Nullable Writer answered) {

        /** Who helped, by name, each once; not who suggested nothing but what was refused. */
        List<String> helpers() {
            return suggestions.stream()
                    .filter(one -> one.state() != Suggestion.State.NO)
                    .map(one ->
                            one.person() == null ? one.guest() : one.person().name())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What is on the page counts as read.
     *
     * @param comments the key of a later page of the conversation, or null
     * @param reply the comment that is to be answered, or null
     */
    @Transactional
    Whole whole(long id, @Nullable Long viewer, @Nullable String comments, @Nullable Long reply) {
        Appeal appeal = appeals.find(id, viewer);
        Reader reader = viewer == null ? Reader.STRANGER : new Reader(viewer, appeal.runs());
        return new Whole(
                appeal,
                suggestions.of(appeal, viewer),
                threads.read(Appeal.subject(id), reader, Order.OLDEST, comments, ConversationPages.SIZE),
                Optional.ofNullable(reply)
                        .flatMap(comment -> conversations.author(Appeal.subject(id), comment, viewer))
                        .orElse(null));
    }
}
