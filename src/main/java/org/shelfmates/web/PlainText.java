package org.shelfmates.web;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a Markdown document, on one line; between what stood on lines of its own, a dot or the sentence's own end. */
class PlainText extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    static String of(Node document) {
        var text = new PlainText();
        document.accept(text);
        return text.words
                .toString()
                .replaceAll("\\s+", " ")
                .replaceFirst("[ ·]+$", "")
                .strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(Paragraph paragraph) {
        apart(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        apart(heading);
    }

    private void apart(Block block) {
        visitChildren(block);
        int last = words.length() - 1;
        words.append(last < 0 || ".,:;!?…".indexOf(words.charAt(last)) >= 0 ? " " : " · ");
    }
}
