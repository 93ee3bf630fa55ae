package org.shelfmates.group.running;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The member whom an organiser wants to remove organises the group too, and has to step down first: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class OrganisesException extends RuntimeException {

    OrganisesException() {
        super("organises it", null, false, false);
    }
}
