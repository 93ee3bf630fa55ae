package org.shelfmates.group.takeover;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The group that somebody wants to take over has somebody who runs it: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class GroupRunException extends RuntimeException {

    GroupRunException() {
        super("run", null, false, false);
    }
}
