package org.shelfmates.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A request that no page of ours would have sent, such as a made-up page key: 400. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class BadRequestException extends RuntimeException {

    public BadRequestException(String message) {
        super(message, null, false, false);
    }

    /** @param fits what every request of our pages fulfils */
    public static void unless(boolean fits, String message) {
        if (!fits) {
            throw new BadRequestException(message);
        }
    }
}
