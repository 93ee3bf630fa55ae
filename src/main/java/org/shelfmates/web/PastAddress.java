package org.shelfmates.web;

import java.util.Optional;

/** Addresses of one kind that change: what was there before leads on, with every page below it, for ever. */
public interface PastAddress {

    /** What they begin with: {@code /librarians/}. */
    String below();

    /** What the part after that is called in the mappings of controllers: {@code handle}. */
    String variable();

    /** What stands there by now instead; looked for only when nothing was found. */
    Optional<String> now(String before);
}
