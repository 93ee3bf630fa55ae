package org.shelfmates.venue.intake;

import java.util.List;

/**
 * What comes of a list, or would.
 *
 * @param charset the name of the one that it is in
 * @param lines how many it has beside the header
 * @param problems the first of them, by line
 * @param more how many more there are
 * @param added venues that were not known
 * @param updated venues that came from this list before, of which it says something else now
 * @param unchanged those of which it says what it said
 * @param duplicates those that stand in the directory already, or twice in the list
 */
record Report(
        String charset,
        int lines,
        List<Problem> problems,
        int more,
        int added,
        int updated,
        int unchanged,
        int duplicates) {

    /** @param problems of the lines, beside those that the sheet has */
    static Report of(Sheet sheet, Problems problems, Counts counts) {
        List<Problem> first = sheet.problems().with(problems);
        return new Report(
                sheet.charset().name(),
                sheet.lines().size(),
                first,
                sheet.problems().count() + problems.count() - first.size(),
                counts.added(),
                counts.updated(),
                counts.unchanged(),
                counts.duplicates());
    }

    /** How many lines come to what. */
    record Counts(int added, int updated, int unchanged, int duplicates) {}

    public boolean good() {
        return problems.isEmpty();
    }
}
