package org.shelfmates.librarian.handle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Leads from the addresses of a handle that somebody had to those of the one they have: the profile and every page below it.
 * It is looked for only when nothing was found.
 */
@ControllerAdvice
class PastAddresses {

    private static final String HERE = "/librarians/";

    private final PastHandles handles;

    PastAddresses(PastHandles handles) {
        this.handles = handles;
    }

    @ExceptionHandler
    void notFound(NotFoundException nothing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> now = past(request).flatMap(handle -> handles.now(handle, viewer()));
        if (now.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        String path = request.getRequestURI();
        int end = path.indexOf('/', HERE.length());
        String below = end < 0 ? "" : path.substring(end);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        // a form that was open meanwhile is sent once more
        HttpStatus moved =
                request.getMethod().equals("POST") ? HttpStatus.PERMANENT_REDIRECT : HttpStatus.MOVED_PERMANENTLY;
        response.setStatus(moved.value());
        response.setHeader(HttpHeaders.LOCATION, HERE + now.get() + below + query);
    }

    private static Optional<String> past(HttpServletRequest request) {
        boolean here = request.getRequestURI().startsWith(HERE);
        return here && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                ? Optional.ofNullable(parts.get("handle")).map(Objects::toString)
                : Optional.empty();
    }

    private static @Nullable Long viewer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Viewer viewer ? viewer.id() : null;
    }
}
