package org.shelfmates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Exceptions that need more than their status: those are told by {@code @ResponseStatus}, and drawn by {@link ErrorPage}. */
@ControllerAdvice
class Refusals {

    @ExceptionHandler
    void moved(MovedException moved, HttpServletResponse response) {
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(HttpHeaders.LOCATION, moved.path());
    }

    @ExceptionHandler
    String gone(GoneException gone, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return gone.page();
    }

    @ExceptionHandler
    void tooMany(TooManyRequestsException limit, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
