package org.shelfmates.group.board;

import org.shelfmates.group.GroupPage;
import org.springframework.security.access.AccessDeniedException;

/** What somebody who is signed in asked for is for the members of the group: 403, on a page that says how they become one. */
class MembersOnlyException extends AccessDeniedException {

    private final transient GroupPage group;

    MembersOnlyException(GroupPage group) {
        super("for members of " + group.card().slug());
        this.group = group;
    }

    GroupPage group() {
        return group;
    }
}
