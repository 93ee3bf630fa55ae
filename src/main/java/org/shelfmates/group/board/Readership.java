package org.shelfmates.group.board;

import org.shelfmates.group.Admission;
import org.shelfmates.group.GroupPage;
import org.springframework.security.access.AccessDeniedException;

/** Who may read a board: everybody, unless the group is not open to everybody; then its members. */
final class Readership {

    /** Whether everybody may, of {@code city_group g}. */
    static final String OPEN = "g.admission = 'OPEN'";

    private Readership() {}

    static boolean reads(GroupPage group) {
        return group.admission() == Admission.OPEN || group.standing().member();
    }

    static GroupPage require(GroupPage group) {
        if (!reads(group)) {
            throw new AccessDeniedException("its members alone read it");
        }
        return group;
    }
}
