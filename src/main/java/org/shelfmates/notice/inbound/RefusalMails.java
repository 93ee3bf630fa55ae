package org.shelfmates.notice.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shelfmates.notice.DirectMails;
import org.shelfmates.notice.DirectWriter;
import org.shelfmates.notice.inbound.Correspondents.Correspondent;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says by mail why an answer was not taken, without a word of what stands anywhere: to the address that the answered mail
 * went to, whoever the answer says it is from.
 */
@Component
class RefusalMails implements DirectWriter {

    private static final String WORDS = "answer-refused";

    private final Correspondents correspondents;
    private final DirectMails mails;
    private final MessageSource messages;
    private final Settings settings;

    RefusalMails(Correspondents correspondents, DirectMails mails, MessageSource messages, Settings settings) {
        this.correspondents = correspondents;
        this.mails = mails;
        this.messages = messages;
        this.settings = settings;
    }

    void send(Correspondent reader, Refusal why) {
        mails.send(why.kind(), reader.language(), reader.notice());
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Refusal.values()).map(Refusal::kind).collect(Collectors.toSet());
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        String link = settings.absolute("/");
        return correspondents.byNotice(about.get(0)).map(reader -> {
            String why = messages.getMessage(Refusal.ofKind(kind).message(), null, reader.language());
            return new Written(WORDS, reader.email(), reader.language(), link, List.of(why, link));
        });
    }
}
