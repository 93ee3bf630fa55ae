package org.shelfmates.group;

import org.jspecify.annotations.Nullable;

/**
 * How somebody stands to a group.
 *
 * @param asked whether they asked to join, and cannot ask again yet; that it was declined they are not told
 * @param invited whether an organiser asked them in
 * @param audience who sees that they are a member, null for who is none
 * @param removed whether an organiser removed them: they join again when one asks them in
 * @param requests how many ask to join, of organisers only
 */
public record Standing(
        boolean member,
        boolean organiser,
        @Nullable Audience audience,
        boolean asked,
        boolean invited,
        boolean removed,
        int requests) {}
