package org.shelfmates.notice;

/** How somebody is told: by mail at once, in a mail of the day or week, on the site only, or not at all. */
public enum Channel {
    AT_ONCE,
    DAILY,
    WEEKLY,
    SITE,
    OFF
}
