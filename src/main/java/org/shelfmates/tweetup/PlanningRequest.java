package org.shelfmates.tweetup;

import org.shelfmates.librarian.Person;

/**
 * A tweetup that somebody is asked to plan.
 *
 * @param path the address of its page
 * @param by who asks
 */
public record PlanningRequest(long tweetupId, String title, String path, Person by) {}
