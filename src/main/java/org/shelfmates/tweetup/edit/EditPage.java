package org.shelfmates.tweetup.edit;

import java.util.List;
import org.shelfmates.librarian.Person;
import org.shelfmates.tweetup.Plans;

/**
 * What the page to edit a tweetup shows beside what was typed.
 *
 * @param saved what is saved
 * @param confirmed how many have a place
 * @param groups those to choose from: the planner's, and the one it has
 * @param occasions likewise: those to come, and the one it has
 */
record EditPage(
        Plans.Plan plan,
        EditForm saved,
        int confirmed,
        List<Person> planners,
        List<Group> groups,
        List<OccasionChoices.Choice> occasions) {

    record Group(String slug, String name) {}
}
