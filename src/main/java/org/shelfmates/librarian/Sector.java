package org.shelfmates.librarian;

/** The kinds of library that librarians work in; their words are the messages {@code sector.*}. */
public enum Sector {
    PUBLIC,
    ACADEMIC,
    SCHOOL,
    HEALTH,
    LAW,
    GOVERNMENT,
    CORPORATE,
    NATIONAL,
    ARCHIVE,
    MUSEUM,
    INDEPENDENT,
    STUDENT,
    OTHER
}
