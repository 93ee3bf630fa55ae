package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    private Document read(String source) {
        return Jsoup.parseBodyFragment(markdown.html(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "before <svg/onload=alert(1)> after",
                "<iframe src=\"//evil.example\"></iframe>",
                "<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">x</a>",
                "<style>body{display:none}</style>",
                "<form action=\"/sign-out\" method=\"post\"><button>x</button></form>"
            })
    void whatSomebodyWritesInHtmlIsTextToRead(String html) {
        Document shown = read(html);

        assertThat(shown.body().select("*").eachAttr("onerror")).isEmpty();
        assertThat(shown.select("script, img, svg, iframe, a, style, form, button"))
                .isEmpty();
        assertThat(shown.text()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#x6a;avascript:alert(1))",
                "[x](vbscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "[x]\n\n[x]: javascript:alert(1)"
            })
    void linksLeadToWebPagesAndMailAndNowhereElse(String source) {
        assertThat(read(source).select("[href], [src]")).isEmpty();
    }

    @Test
    void aTitleOfALinkCannotBecomeAnAttribute() {
        Element link = read("[x](https://example.org \"a\\\" onmouseover=\\\"alert(1)\")")
                .select("a")
                .get(0);

        assertThat(link.attributes().asList()).extracting("key").containsExactlyInAnyOrder("href", "rel");
    }

    @Test
    void linksTellSearchEnginesAndTheOtherPageNothing() {
        Element link = read("[tea](https://example.org/tea)").select("a").get(0);

        assertThat(link.attr("href")).isEqualTo("https://example.org/tea");
        assertThat(link.attr("rel").split(" ")).contains("nofollow", "noopener", "ugc");
    }

    @Test
    void bareAddressesBecomeLinks() {
        Document shown = read("See https://example.org/a_b_c?d=e&f=g, or write to tea@example.org.");

        assertThat(shown.select("a").eachAttr("href"))
                .containsExactly("https://example.org/a_b_c?d=e&f=g", "mailto:tea@example.org");
    }

    @Test
    void picturesAreLinksSoThatNothingIsFetchedFromElsewhere() {
        Document shown = read("![a cat](https://example.org/cat.png)");

        assertThat(shown.select("img")).isEmpty();
        assertThat(shown.select("a[href=https://example.org/cat.png]").text()).isEqualTo("a cat");
    }

    @Test
    void aPictureInALinkMakesNoLinkInALink() {
        Document shown = read("[![a cat](https://example.org/cat.png)](https://example.org/cats)");

        assertThat(shown.select("a a, img")).isEmpty();
        assertThat(shown.select("a").text()).contains("a cat");
    }

    @Test
    void headingsStandBelowThoseOfThePage() {
        Document shown = read("# One\n\n## Two\n\n#### Four\n\n###### Six\n\nUnderlined\n===\n");

        assertThat(shown.select("h1, h2")).isEmpty();
        assertThat(shown.select("h3").eachText()).containsExactly("One", "Underlined");
        assertThat(shown.select("h4").text()).isEqualTo("Two");
        assertThat(shown.select("h6").eachText()).containsExactly("Four", "Six");
    }

    @Test
    void codeIsShownAsItIs() {
        Document shown = read("```html\n<b>&amp;\n  two</b>\n```\n\nand `<i>`");

        assertThat(shown.select("pre code").get(0).wholeText()).isEqualTo("<b>&amp;\n  two</b>\n");
        assertThat(shown.select("p code").text()).isEqualTo("<i>");
    }

    @Test
    void listsKeepTheirNumbersAndLinesTheirEnds() {
        Document shown = read("7. seven\n8. eight\n\none\ntwo");

        assertThat(shown.select("ol[start=7] li").eachText()).containsExactly("seven", "eight");
        assertThat(shown.select("p br")).hasSize(1);
    }

    @Test
    void plainWordsHaveNoMarksAndEndBetweenWords() {
        assertThat(Markdown.plain("# Tea\n\n* [cake](https://example.org) & <b>`<more>`</b>\n* talk.\n\nHome", 200))
                .isEqualTo("Tea · cake & <more> · talk. Home");
        assertThat(Markdown.plain("one two three", 9)).isEqualTo("one two…");
        assertThat(Markdown.plain("a".repeat(10) + "😀😀", 11)).isEqualTo("a".repeat(10) + "…");
        assertThat(Markdown.plain(" \n", 9)).isEmpty();
    }

    @Test
    void knownHandlesBecomeLinksOutsideOfCodeAndLinks() {
        Document shown = Jsoup.parseBodyFragment(markdown.html(
                "@cerys, (@Cerys) `@cerys` [@cerys](https://example.org) tea@cerys.org @cerys-m @tom <b>@cerys</b>",
                java.util.Set.of("cerys")));

        assertThat(shown.select("a[href=/librarians/cerys]").eachText()).containsExactly("@cerys", "@Cerys", "@cerys");
        assertThat(shown.select("code").text()).isEqualTo("@cerys");
        assertThat(shown.text()).contains("@cerys-m @tom");
    }

    @Test
    void whatIsMadeToBeSlowIsReadInReasonableTime() {
        List<String> nasty = List.of(
                "> ".repeat(1000) + "deep",
                "- ".repeat(1000) + "deep",
                "*a ".repeat(3300) + "deep",
                "[".repeat(5000) + "deep",
                "[".repeat(10_000) + "deep",
                "[".repeat(5000) + "deep" + "]".repeat(5000),
                "[](".repeat(3000) + "deep",
                "**".repeat(5000) + "deep",
                "*_".repeat(5000) + "deep",
                "[a](".repeat(2500) + "deep",
                "a " + "`".repeat(4999) + " deep",
                "![".repeat(5000) + "deep",
                "<".repeat(9990) + "deep");

        for (String source : nasty) {
            String html = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> markdown.html(source));
            assertThat(html).contains("deep");
        }
    }

    @Test
    void asTextItKeepsItsParagraphsAndLosesItsMarks() {
        assertThat(Markdown.text(
                        "Let us **begin** at *six*.\n\n- `tea`\n- [cake](https://example.org)\n\nBye <b>all</b>"))
                .isEqualTo("""
                        Let us begin at six.

                        - "tea"
                        - "cake" (https://example.org)

                        Bye <b>all</b>""");
    }
}
