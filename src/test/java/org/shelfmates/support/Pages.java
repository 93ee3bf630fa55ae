package org.shelfmates.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.shelfmates.account.Viewer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Asks for pages and sends forms, as a stranger or as somebody, and reads the HTML that comes back. */
@TestComponent
public class Pages {

    private final MockMvcTester mvc;

    Pages(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** What came back, to look at as a person would. */
    public record Page(MvcTestResult result, Document html) {

        public int status() {
            return result.getResponse().getStatus();
        }

        public String header(String name) {
            return result.getResponse().getHeader(name);
        }

        /** Where a redirect leads. */
        public String location() {
            return header(HttpHeaders.LOCATION);
        }

        /** The words of the part that a CSS selector names. */
        public String text(String selector) {
            return html.select(selector).text();
        }
    }

    public Page get(String address) {
        return page(mvc.get().uri(address).exchange());
    }

    public Page get(String address, Community.Someone viewer) {
        return page(mvc.get().uri(address).with(signedIn(viewer)).exchange());
    }

    /** @param fields name, value, name, value … */
    public Page post(String address, Community.Someone viewer, String... fields) {
        return page(form(address, fields).with(signedIn(viewer)).with(csrf()).exchange());
    }

    public Page postAsStranger(String address, String... fields) {
        return page(form(address, fields).with(csrf()).exchange());
    }

    private MockMvcTester.MockMvcRequestBuilder form(String address, String... fields) {
        var request = mvc.post().uri(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    public static RequestPostProcessor signedIn(Community.Someone viewer) {
        return user(new Viewer(viewer.id(), viewer.handle(), "", "LIBRARIAN"));
    }

    private static Page page(MvcTestResult result) {
        try {
            return new Page(result, Jsoup.parse(result.getResponse().getContentAsString()));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
