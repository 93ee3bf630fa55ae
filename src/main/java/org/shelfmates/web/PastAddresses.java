package org.shelfmates.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Leads from addresses of before to those of now. It is asked only when nothing was found. */
@ControllerAdvice
class PastAddresses {

    private final List<PastAddress> kinds;

    PastAddresses(List<PastAddress> kinds) {
        this.kinds = kinds;
    }

    @ExceptionHandler
    void notFound(NotFoundException nothing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        for (PastAddress kind : kinds) {
            Optional<String> now = before(kind, request).flatMap(kind::now);
            if (now.isPresent()) {
                int end = path.indexOf('/', kind.below().length());
                String below = end < 0 ? "" : path.substring(end);
                String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                // a form that was open meanwhile is sent once more
                HttpStatus moved = request.getMethod().equals("POST")
                        ? HttpStatus.PERMANENT_REDIRECT
                        : HttpStatus.MOVED_PERMANENTLY;
                response.setStatus(moved.value());
                response.setHeader(HttpHeaders.LOCATION, kind.below() + now.get() + below + query);
                return;
            }
        }
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private static Optional<String> before(PastAddress kind, HttpServletRequest request) {
        boolean here = request.getRequestURI().startsWith(kind.below());
        return here && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                ? Optional.ofNullable(parts.get(kind.variable())).map(Object::toString)
                : Optional.empty();
    }
}
