package org.shelfmates.notice.inbound;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** The text of a mail that is HTML alone, with what it quotes marked as in plain text. */
final class HtmlText implements HtmlSanitizer.Policy {

    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "blockquote",
            "ul",
            "ol",
            "table",
            "tr",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "body");

    /** Apart from what is around them by an empty line. */
    private static final Set<String> PARAGRAPHS = Set.of("p", "blockquote", "ul", "ol", "table", "pre");

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int unseen;
    private int preformatted;
    private boolean lineBegun;

    private HtmlText() {}

    static String of(String html) {
        var text = new HtmlText();
        HtmlSanitizer.sanitize(html, text);
        return text.text.toString();
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        if (UNSEEN.contains(element)) {
            unseen++;
        } else if (element.equals("br")) {
            newLine();
        } else if (element.equals("hr")) {
            endLine();
            write("________________________________"); // OwnWords: what is answered is below
            endLine();
        } else if (element.equals("li")) {
            endLine();
            write("- ");
        } else if (BLOCKS.contains(element)) {
            endLine();
        }
        if (element.equals("blockquote")) {
            quotes++;
        } else if (element.equals("pre")) {
            preformatted++;
        }
    }

    @Override
    public void closeTag(String element) {
        if (UNSEEN.contains(element)) {
            unseen = Math.max(0, unseen - 1);
        } else if (element.equals("li") || BLOCKS.contains(element)) {
            endLine();
        }
        if (element.equals("blockquote")) {
            quotes = Math.max(0, quotes - 1);
        } else if (element.equals("pre")) {
            preformatted = Math.max(0, preformatted - 1);
        }
        if (PARAGRAPHS.contains(element)) {
            newLine();
        }
    }

    @Override
    public void text(String words) {
        if (unseen > 0) {
            return;
        }
        if (preformatted > 0) {
            words.lines().forEach(line -> {
                write(line);
                endLine();
            });
            return;
        }
        String line = words.replaceAll("[\\t\\n\\r\\f ]+", " ");
        write(lineBegun ? line : line.stripLeading());
    }

    private void write(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (!lineBegun && quotes > 0) {
            text.append("> ");
        }
        text.append(words);
        lineBegun = true;
    }

    private void endLine() {
        if (lineBegun) {
            newLine();
        }
    }

    private void newLine() {
        if (!lineBegun && quotes > 0) {
            text.append('>');
        }
        text.append('\n');
        lineBegun = false;
    }
}
