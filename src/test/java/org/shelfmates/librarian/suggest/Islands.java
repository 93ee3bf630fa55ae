package org.shelfmates.librarian.suggest;

import java.util.Iterator;
import java.util.List;

/** Places with nobody else within 100 km: each test takes one, and knows all who live there. */
final class Islands {

    /** Twenty kilometres apart, and far from all others. */
    static final long QAQORTOQ = 3420846;

    static final long NARSAQ = 3421719;

    private static final Iterator<Long> OTHERS = List.of(
                    3426691L, 3370903L, 2729907L, 3370726L, 2411397L, 2161314L, 3426466L, 7535941L, 3424607L, 3418910L,
                    3421319L, 3421193L, 3419842L)
            .iterator();

    private Islands() {}

    static synchronized long next() {
        return OTHERS.next();
    }
}
