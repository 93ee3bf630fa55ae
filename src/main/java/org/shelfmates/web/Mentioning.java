package org.shelfmates.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes {@code @handle} a link to the profile, for handles that are known, outside of code and other links. */
class Mentioning extends AbstractVisitor {

    private final Set<String> handles;

    Mentioning(Set<String> handles) {
        this.handles = handles;
    }

    @Override
    public void visit(Link link) {
        // what is in it leads elsewhere already
    }

    @Override
    public void visit(Text text) {
        String words = text.getLiteral();
        Matcher mention = Markdown.MENTION.matcher(words);
        Node last = text;
        int done = 0;
        while (mention.find()) {
            String handle = mention.group(1).toLowerCase(Locale.ROOT);
            if (handles.contains(handle)) {
                last = after(last, new Text(words.substring(done, mention.start())));
                Link link = new Link("/librarians/" + handle, null);
                link.appendChild(new Text(mention.group()));
                last = after(last, link);
                done = mention.end();
            }
        }
        if (done > 0) {
            after(last, new Text(words.substring(done)));
            text.unlink();
        }
    }

    private static Node after(Node node, Node next) {
        node.insertAfter(next);
        return next;
    }
}
