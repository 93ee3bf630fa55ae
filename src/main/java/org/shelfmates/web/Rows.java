package org.shelfmates.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The rows of long lists, each kept as HTML by the record that it shows: for templates, as {@code rows}. A row's template
 * sees {@code row}, {@code zone} and {@code dates} and nothing of the page around it or of who reads it, so that the same
 * record always gives the same HTML and nothing that is kept can be out of date; a change makes another record. Rendering
 * costs as much as the database does, and of a thread of a hundred comments at most one is new.
 */
@Component
public class Rows {

    private final ITemplateEngine engine;
    private final Dates dates;

    /** Not for ever: date stamps leave out the year while it is this one. */
    private final Cache<Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(16L << 20)
            .weigher((Key key, String html) -> 4 * html.length())
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Rows(ITemplateEngine engine, Dates dates) {
        this.engine = engine;
        this.dates = dates;
    }

    private record Key(String template, Object row, ZoneId zone, Locale language) {}

    /**
     * @param template of one row, escaping what it shows
     * @param rows records with an {@code equals} that covers all that the template shows
     * @param zone in which times are shown
     * @return HTML that may be put into a page as it is
     */
    public String html(String template, List<?> rows, ZoneId zone) {
        Locale language = LocaleContextHolder.getLocale();
        StringBuilder html = new StringBuilder();
        for (Object row : rows) {
            html.append(kept.get(new Key(template, row, zone, language), this::render));
        }
        return html.toString();
    }

    private String render(Key key) {
        return engine.process(
                key.template(),
                new Context(key.language(), Map.of("row", key.row(), "zone", key.zone(), "dates", dates)));
    }
}
