package org.shelfmates.notice;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each librarian wants to be told: of which kind in which way, and in which language. */
@Service
public class Readers {

    private final JdbcClient jdbc;

    Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers in which language somebody signed up. */
    @Transactional
    void begin(long librarianId, Locale language) {
        jdbc.sql("""
                        insert into notice_reader (librarian_id, language) select id, ? from librarian where id = ?
                        on conflict do nothing""").params(language.toLanguageTag(), librarianId).update();
    }

    /** The language of somebody's mails; English where none is known. */
    @Transactional(readOnly = true)
    public Locale language(long librarianId) {
        return jdbc.sql("select language from notice_reader where librarian_id = ?")
                .param(librarianId)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag)
                .orElse(Locale.UK);
    }

    /** The way of each kind, as chosen or by default, in the order of the kinds. */
    @Transactional(readOnly = true)
    public Map<Kind, Channel> channels(long librarianId) {
        Map<String, String> chosen = jdbc
                .sql("select kind, channel from notice_setting where librarian_id = ?")
                .param(librarianId)
                .query()
                .listOfRows()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("kind"), row -> (String) row.get("channel")));
        Map<Kind, Channel> channels = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            channels.put(
                    kind,
                    Channel.valueOf(
                            chosen.getOrDefault(kind.name(), kind.standard().name())));
        }
        return channels;
    }

    /**
     * Sends somebody no more mails of the day, or of the week. What came in them they are told on the site; who has chosen not
     * to be told at all stays so.
     */
    @Transactional
    public void stop(long librarianId, Channel mail) {
        Map<Kind, Channel> stopped = new EnumMap<>(Kind.class);
        channels(librarianId).forEach((kind, channel) -> {
            if (channel == mail) {
                stopped.put(kind, kind.choices().contains(Channel.SITE) ? Channel.SITE : Channel.OFF);
            }
        });
        keep(librarianId, stopped);
    }

    @Transactional
    public void choose(long librarianId, Map<Kind, Channel> channels, Locale language) {
        keep(librarianId, channels);
        jdbc.sql("""
                        insert into notice_reader (librarian_id, language) values (?, ?)
                        on conflict (librarian_id) do update set language = excluded.language""").params(librarianId, language.toLanguageTag()).update();
    }

    private void keep(long librarianId, Map<Kind, Channel> channels) {
        jdbc.sql("""
                        insert into notice_setting (librarian_id, kind, channel)
                        select :librarian, * from unnest(:kinds::text[], :channels::text[])
                        on conflict (librarian_id, kind) do update set channel = excluded.channel""")
                .param("librarian", librarianId)
                .param("kinds", array(channels.keySet()))
                .param("channels", array(channels.values()))
                .update();
    }

    private static String array(java.util.Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }
}
