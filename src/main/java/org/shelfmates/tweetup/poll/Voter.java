package org.shelfmates.tweetup.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a poll's table.
 *
 * @param path the address of the profile; null for guests, who have none
 * @param voices what they say to each option, in the table's order: the name of a {@link Voice}, or NONE
 */
record Voter(String name, @Nullable String path, List<String> voices) {}
