package org.shelfmates.group.board;

import org.jspecify.annotations.Nullable;
import org.shelfmates.group.Admission;
import org.shelfmates.group.GroupPage;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who may read a board: its members all of it; everybody, while the group is open, what was written while it was. What was
 * written for members alone stays theirs, so that a group can be opened, and can lose its last member.
 */
final class Readership {

    /** Whether everybody may, of {@code city_group g} and {@code board_post b}. */
    static final String OPEN = "(g.admission = 'OPEN' and not b.for_members)";

    private Readership() {}

    static boolean reads(GroupPage group) {
        return group.admission() == Admission.OPEN || group.standing().member();
    }

    /** @throws AccessDeniedException for who may read nothing of it */
    static GroupPage require(GroupPage group, @Nullable Long viewer) {
        if (!reads(group)) {
            throw refusal(group, viewer);
        }
        return group;
    }

    /** @param viewer null for a stranger, who signs in first */
    static AccessDeniedException refusal(GroupPage group, @Nullable Long viewer) {
        return viewer == null ? new AccessDeniedException("for its members") : new MembersOnlyException(group);
    }
}
