package org.shelfmates.librarian.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.librarian.card.Link.Kind;

class LinkReadingTest {

    @ParameterizedTest
    @CsvSource({
        "BLOG, https://example.org/blog?a=b#c, https://example.org/blog?a=b#c, example.org/blog?a=b#c",
        "BLOG, HTTP://WWW.Example.ORG/, http://www.example.org/, example.org",
        "BLOG, example.org, https://example.org, example.org",
        "OTHER, example.org:8443/x, https://example.org:8443/x, example.org:8443/x",
        "OTHER, https://münchen.example/straße, https://xn--mnchen-3ya.example/stra%C3%9Fe, xn--mnchen-3ya.example/stra%C3%9Fe",
        "MASTODON, @cerys@glammr.us, https://glammr.us/@cerys, @cerys@glammr.us",
        "MASTODON, cerys@glammr.us, https://glammr.us/@cerys, @cerys@glammr.us",
        "MASTODON, https://glammr.us/@cerys, https://glammr.us/@cerys, @cerys@glammr.us",
        "MASTODON, https://glammr.us/users/cerys, https://glammr.us/@cerys, @cerys@glammr.us",
        "BLUESKY, @cerys.bsky.social, https://bsky.app/profile/cerys.bsky.social, @cerys.bsky.social",
        "BLUESKY, https://bsky.app/profile/cerys.example.org, https://bsky.app/profile/cerys.example.org, @cerys.example.org",
        "LINKEDIN, www.linkedin.com/in/cerys, https://www.linkedin.com/in/cerys, in/cerys",
        "LINKEDIN, https://uk.linkedin.com/in/cerys/?trk=x, https://uk.linkedin.com/in/cerys/, in/cerys",
        "ORCID, 0000-0002-1825-0097, https://orcid.org/0000-0002-1825-0097, 0000-0002-1825-0097",
        "ORCID, https://orcid.org/0000-0002-1694-233X, https://orcid.org/0000-0002-1694-233X, 0000-0002-1694-233X",
        "ORCID, 000000021694233x, https://orcid.org/0000-0002-1694-233X, 0000-0002-1694-233X",
    })
    void whatPeopleTypeBecomesALink(Kind kind, String typed, String address, String label) {
        Link link = LinkReading.read(kind, typed).orElseThrow();

        assertThat(link.address()).isEqualTo(address);
        assertThat(link.label()).isEqualTo(label);
        assertThat(Link.of(link.kept())).isEqualTo(link);
        assertThat(LinkReading.read(kind, link.address())).contains(link);
    }

    @ParameterizedTest
    @CsvSource({
        "BLOG, javascript:alert(1)",
        "BLOG, JaVaScRiPt://example.org/%0Aalert(1)",
        "BLOG, data:text/html;base64",
        "BLOG, vbscript:x",
        "OTHER, file:///etc/passwd",
        "OTHER, ftp://example.org/",
        "OTHER, mailto:cerys@example.org",
        "BLOG, //",
        "BLOG, https://",
        "BLOG, localhost",
        "BLOG, http://localhost:8080/",
        "BLOG, http://127.0.0.1/",
        "BLOG, http://[::1]/",
        "BLOG, https://example",
        "BLOG, https://-example.org",
        "BLOG, https://cerys:secret@example.org/",
        "BLOG, https://example.org@evil.example/",
        "BLOG, https://example.org/a b",
        "BLOG, 'https://example.org/\"><script>'",
        "BLOG, my blog",
        "MASTODON, cerys",
        "MASTODON, @cerys@localhost",
        "MASTODON, https://glammr.us/about",
        "MASTODON, javascript:/@cerys",
        "BLUESKY, cerys",
        "BLUESKY, https://bsky.app.evil.example/profile/cerys.bsky.social",
        "BLUESKY, https://bsky.app/search",
        "LINKEDIN, https://linkedin.com.evil.example/in/cerys",
        "LINKEDIN, https://evillinkedin.com/in/cerys",
        "LINKEDIN, https://www.linkedin.com/",
        "LINKEDIN, https://a.xn--b-/in/x",
        "BLUESKY, https://a.xn--b-/profile/x.org",
        "MASTODON, @cerys@a.xn--b-",
        "BLOG, https://a.xn--b-/in/x",
        "ORCID, 0000-0002-1825-0098",
        "ORCID, 0000-0002-1825-009",
        "ORCID, 0000-0002-1825-0097-1",
        "ORCID, https://evil.example/0000-0002-1825-0097",
        "ORCID, 0000-0002-1825-009Ⅹ",
    })
    void whatIsNoSuchLinkIsNotTaken(Kind kind, String typed) {
        assertThat(LinkReading.read(kind, typed)).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsNotTaken() {
        assertThat(LinkReading.read(Kind.BLOG, "https://example.org/" + "é".repeat(200)))
                .isEmpty();
    }
}
