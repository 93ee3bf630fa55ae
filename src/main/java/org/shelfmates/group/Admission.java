package org.shelfmates.group;

/** Who may join a group. */
public enum Admission {
    OPEN,
    /** Who answers the organisers' question, when one of them says yes. */
    ASK,
    /** Who was asked in by an organiser. */
    INVITATION
}
