package org.shelfmates.tweetup.occasion;

import org.shelfmates.librarian.Person;

/**
 * What an occasion's page tells of the occasion itself.
 *
 * @param link of its own site, http or https, or empty
 * @param words Markdown
 * @param mine whether the viewer made it
 * @param there whether the viewer said that they will be there
 */
record OccasionPage(OccasionCard card, String link, String words, boolean mine, boolean there) {

    /**
     * Somebody who will be there.
     *
     * @param followed whether the viewer follows them
     */
    record Present(Person person, String work, String placeName, boolean followed) {}
}
