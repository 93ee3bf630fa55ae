package org.shelfmates.notice.post;

/** Where mails wait: both tables have the same columns for what becomes of a mail. */
enum Queue {
    /** Mails that somebody waits for, since they answer what they just did. */
    DIRECT("direct_mail", "mail"),
    NOTICES("notice", "notice");

    private final String table;
    private final String word;

    Queue(String table, String word) {
        this.table = table;
        this.word = word;
    }

    String update(String rest) {
        return "update " + table + " set " + rest;
    }

    /** What the Message-ID of one of its mails begins with, and by what the log names it. */
    String name(long id) {
        return word + "-" + id;
    }
}
