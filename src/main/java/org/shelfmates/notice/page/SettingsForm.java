package org.shelfmates.notice.page;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.Kind;
import org.shelfmates.web.BadRequestException;

/**
 * How somebody is told. All of it is chosen from lists: whatever is not in them was made up.
 *
 * @param channels by the names of the kinds
 */
record SettingsForm(
        @Nullable Map<String, String> channels, @Nullable String language) {

    SettingsForm {
        channels = channels == null ? Map.of() : new HashMap<>(channels);
        language = language == null ? "" : language;
    }

    /** Those that were sent; a kind that came while the form was open stays as it is. */
    Map<Kind, Channel> chosen() {
        Map<Kind, Channel> chosen = new EnumMap<>(Kind.class);
        if (channels != null) {
            channels.forEach((name, channel) -> {
                Kind kind = one(List.of(Kind.values()), name);
                chosen.put(kind, one(kind.choices(), channel));
            });
        }
        return chosen;
    }

    Locale locale() {
        BadRequestException.unless("en-GB".equals(language) || "cy".equals(language), "no such language");
        return Locale.forLanguageTag(language);
    }

    private static <E extends Enum<E>> E one(List<E> all, @Nullable String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("no such choice"));
    }
}
