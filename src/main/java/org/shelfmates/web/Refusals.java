package org.shelfmates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Exceptions that need more than their status: those are told by {@code @ResponseStatus}, and drawn by {@link ErrorPage}. */
@ControllerAdvice
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    void moved(MovedException moved, HttpServletResponse response) {
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(HttpHeaders.LOCATION, moved.path());
    }

    @ExceptionHandler
    void tooMany(TooManyRequestsException limit, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    void unavailable(Exception failure, HttpServletResponse response) throws IOException {
        log.error("The database does not answer: {}", failure.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
