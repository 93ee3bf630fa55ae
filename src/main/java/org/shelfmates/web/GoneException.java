package org.shelfmates.web;

/** What the address led to was here once and is not any more, such as a link that is used up: 410, on a page of its own. */
public class GoneException extends RuntimeException {

    private final String page;

    /** @param page the template that says so, and what to do instead; it gets no words but the messages */
    public GoneException(String page) {
        super(null, null, false, false);
        this.page = page;
    }

    String page() {
        return page;
    }
}
