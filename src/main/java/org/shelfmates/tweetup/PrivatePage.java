package org.shelfmates.tweetup;

import java.util.Optional;
import org.shelfmates.web.NotFoundException;

/** A kind of private page of guests, whose link is their key: what they have in conversations is on each of them. */
public interface PrivatePage {

    /** The first part of its addresses, such as {@code rsvps}. */
    String kind();

    /**
     * @return whose page it is; empty when it is nobody's yet or any more
     * @throws NotFoundException for a link that was never sent
     */
    Optional<Long> guest(String token);
}
