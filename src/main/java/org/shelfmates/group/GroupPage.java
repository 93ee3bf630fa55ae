package org.shelfmates.group;

import org.jspecify.annotations.Nullable;

/**
 * What a group's page tells of the group itself.
 *
 * @param description Markdown
 * @param membership whether the viewer belongs to it: null no, else whether they are an organiser
 */
public record GroupPage(
        GroupCard card,
        long placeId,
        String description,
        @Nullable Boolean membership) {}
