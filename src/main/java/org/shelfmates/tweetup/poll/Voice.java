package org.shelfmates.tweetup.poll;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.shelfmates.web.BadRequestException;
import org.springframework.util.MultiValueMap;

/** What somebody says to an option. */
enum Voice {
    YES,
    IF_NEED_BE,
    NO;

    private static final String FIELD = "option-";

    /** As forms send it: {@code yes}, {@code if-need-be}, {@code no}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws BadRequestException for anything else: forms offer these three */
    static Voice of(String word) {
        for (Voice voice : values()) {
            if (voice.word().equals(word)) {
                return voice;
            }
        }
        throw new BadRequestException("no answer to an option");
    }

    /**
     * What a form says to each option, in fields such as {@code option-42}; other fields are passed over.
     *
     * @throws BadRequestException for what no form of ours sends
     */
    static Map<Long, Voice> read(MultiValueMap<String, String> fields) {
        Map<Long, Voice> voices = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                BadRequestException.unless(
                        name.matches(FIELD + "\\d{1,18}") && values.size() == 1, "no field of this form");
                voices.put(Long.valueOf(name.substring(FIELD.length())), of(values.get(0)));
            }
        });
        return voices;
    }

    /** For the database, beside {@link #answers}. */
    static Long[] options(Map<Long, Voice> voices) {
        return voices.keySet().toArray(Long[]::new);
    }

    static String[] answers(Map<Long, Voice> voices) {
        return voices.values().stream().map(Voice::name).toArray(String[]::new);
    }
}
