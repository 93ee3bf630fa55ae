package org.shelfmates.tweetup;

/** How far a change of a tweetup in a series reaches. */
public enum Scope {
    /** Only this one. */
    ONE,
    /** This one and all after it in its series. */
    LATER
}
