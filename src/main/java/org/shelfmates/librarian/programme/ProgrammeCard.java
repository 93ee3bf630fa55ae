package org.shelfmates.librarian.programme;

/**
 * A programme as the list shows it.
 *
 * @param members how many belong to it
 * @param things how many things there are to do
 */
record ProgrammeCard(String slug, String name, long members, long things) {

    static String pathOf(String slug) {
        return "/programmes/" + slug;
    }

    /** The address of its page. */
    public String path() {
        return pathOf(slug);
    }
}
