package org.shelfmates.tweetup.series;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.TweetupPage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Rules in the reader's words: for the pages of series, and of tweetups that belong to one, as {@code rules}. */
@Component
class RuleWords implements PagePart {

    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * {@code The first Thursday of every month}.
     *
     * @param rule in the words of RFC 5545
     */
    public String of(String rule) {
        Recurrence recurrence = Recurrence.parse(rule);
        String number = recurrence.number() == Recurrence.LAST ? "LAST" : Integer.toString(recurrence.number());
        String day = words("series.day." + recurrence.weekday());
        return words("series.rule." + recurrence.frequency() + "." + number, day);
    }

    private String words(String message, Object... arguments) {
        return messages.getMessage(message, arguments, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, Object> of(TweetupPage page, @Nullable Long viewer) {
        return Map.of("rules", this);
    }
}
