package org.shelfmates.group;

import java.time.Instant;
import org.shelfmates.librarian.Person;

/** A librarian's belonging to a group. */
public record Member(Person person, String work, boolean organiser, Instant joinedAt) {}
