package org.shelfmates.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * What people write, as safe HTML: CommonMark with bare links, no HTML of their own, pictures as links (none are fetched
 * from other hosts), headings below those of the page. Sanitised after rendering, so that a fault in one is caught by
 * the other. Results are kept, because the same plans and comments are read again and again.
 */
@Component
public class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(40).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .softbreak("<br>")
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "hr",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private final Cache<Source, String> rendered = Caffeine.newBuilder()
            .maximumWeight(8L << 20)
            .weigher((Source source, String html) -> 2 * source.words().length() + 2 * html.length())
            .build();

    /** A handle after an at sign, where no address goes on before it: {@code @cerys}. */
    static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{N}@./_-])@([a-z0-9][a-z0-9-]{1,28}[a-z0-9])(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

    private record Source(String words, Set<String> handles) {}

    /** @return HTML that may be put into a page as it is */
    public String html(String source) {
        return html(source, Set.of());
    }

    /** @param handles of the librarians whose mentions become links to their profiles */
    public String html(String source, Set<String> handles) {
        return rendered.get(new Source(source, handles), Markdown::render);
    }

    /**
     * @param most how many characters, cut between words
     * @return the words without their marks, which may hold anything and are to be escaped
     */
    public static String plain(String source, int most) {
        String words = PlainText.of(PARSER.parse(source));
        if (words.length() <= most) {
            return words;
        }
        int space = words.lastIndexOf(' ', most);
        int end = space > most / 2 ? space : Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
        return words.substring(0, end) + "…";
    }

    /** @return it as a mail in plain text says it: paragraphs, lists and the addresses of links, without further marks */
    public static String text(String source) {
        return TEXT.render(PARSER.parse(source));
    }

    /** @return the handles, in lower case, of those whom it names: not in code, and not in a link */
    public static Set<String> mentions(String source) {
        var mentions = new Mentions();
        PARSER.parse(source).accept(mentions);
        return mentions.handles;
    }

    private static class Mentions extends AbstractVisitor {

        private final Set<String> handles = new LinkedHashSet<>();

        @Override
        public void visit(Link link) {
            // what is in it leads elsewhere already
        }

        @Override
        public void visit(Text text) {
            MENTION.matcher(text.getLiteral())
                    .results()
                    .forEach(mention -> handles.add(mention.group(1).toLowerCase(Locale.ROOT)));
        }
    }

    private static String render(Source source) {
        Node document = PARSER.parse(source.words());
        document.accept(new Tame());
        if (!source.handles().isEmpty()) {
            document.accept(new Mentioning(source.handles()));
        }
        return SAFE.sanitize(RENDERER.render(document));
    }

    private static class Tame extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 2));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            Link link = new Link(image.getDestination(), image.getTitle());
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                link.appendChild(child);
            }
            image.insertBefore(link);
            image.unlink();
            visitChildren(link);
        }
    }
}
