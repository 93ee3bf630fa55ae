package org.shelfmates.exchange;

import java.time.ZoneId;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.exchange.Exchanges;

/**
 * What the page of a private conversation tells, beside what is said.
 *
 * @param other with whom the viewer has it
 * @param zone of the viewer's home
 * @param seen whether the viewer may see the other's profile
 * @param open whether something new can be said
 */
record ExchangePage(long id, Person other, ZoneId zone, boolean seen, boolean open) {

    public String path() {
        return Exchanges.pathOf(id);
    }
}
