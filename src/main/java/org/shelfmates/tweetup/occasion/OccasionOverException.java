package org.shelfmates.tweetup.occasion;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody can say any more that they will be there: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class OccasionOverException extends RuntimeException {

    OccasionOverException() {
        super(null, null, false, false);
    }
}
