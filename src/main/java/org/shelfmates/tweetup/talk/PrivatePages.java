package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shelfmates.conversation.edit.EditPage;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.tweetup.PrivatePage;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Finds whose private page a request is for, whatever the page is of. */
@Component
class PrivatePages {

    private static final String GONE = "tweetup/guest-gone";

    private final Map<String, PrivatePage> kinds;

    PrivatePages(List<PrivatePage> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(PrivatePage::kind, Function.identity()));
    }

    /** Whose page it is, and its address. */
    record Mine(long guest, String path) {

        Owner owner() {
            return Owner.guest(guest);
        }

        EditPage.Editor editor(long comment) {
            return new EditPage.Editor(owner(), path + "/comments/" + comment, path + "#said");
        }
    }

    /**
     * Does something for whose page it is.
     *
     * @return what is answered: of a page that is nobody's any more that it is gone
     * @throws NotFoundException for a link that was never sent, and for what is not theirs
     */
    String with(String token, HttpServletRequest request, HttpServletResponse response, Function<Mine, String> act) {
        String kind = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/")[1];
        Optional<Long> guest = Objects.requireNonNull(kinds.get(kind), kind).guest(token);
        if (guest.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return GONE;
        }
        try {
            return act.apply(new Mine(guest.get(), "/" + kind + "/" + token));
        } catch (AccessDeniedException e) {
            throw new NotFoundException(); // to sign in, as strangers are asked to, would not make it theirs
        }
    }
}
