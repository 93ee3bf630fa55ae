package org.shelfmates.notice.told;

import org.shelfmates.web.Markdown;

/** As much of a comment as a notice has room for. */
final class Excerpt {

    private static final int MOST = 600;

    private Excerpt() {}

    static String of(String comment) {
        String body = Markdown.text(comment);
        int most = Math.min(body.length(), MOST);
        int end = most < body.length() && Character.isHighSurrogate(body.charAt(most - 1)) ? most - 1 : most;
        return body.substring(0, end) + (end < body.length() ? " …" : "");
    }
}
