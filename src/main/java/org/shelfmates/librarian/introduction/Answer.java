package org.shelfmates.librarian.introduction;

/** What somebody says who is asked. */
enum Answer {
    YES,
    NOT_NOW
}
