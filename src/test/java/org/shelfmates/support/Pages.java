package org.shelfmates.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Asks for pages and sends forms, as a stranger or as somebody, and reads the HTML that comes back. */
@TestComponent
public class Pages {

    /** Says that its bearer is no stranger, so that pages kept for strangers are not for them. */
    private static final Cookie SESSION = new Cookie("SESSION", "of-a-test");

    private final MockMvcTester mvc;
    private @Nullable Csrf csrf;

    Pages(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** What came back, to look at as a person would. */
    public record Page(MvcTestResult result, Document html) {

        /** As it was sent. */
        public String body() {
            try {
                return result.getResponse().getContentAsString();
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

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

    public Page inWelsh(String address) {
        return page(
                mvc.get().uri(address).header(HttpHeaders.ACCEPT_LANGUAGE, "cy").exchange());
    }

    public Page get(String address, Community.Someone viewer) {
        return page(
                mvc.get().uri(address).cookie(SESSION).with(signedIn(viewer)).exchange());
    }

    /** @param fields name, value, name, value … */
    public Page post(String address, Community.Someone viewer, String... fields) {
        return page(form(address, fields).cookie(SESSION).with(signedIn(viewer)).exchange());
    }

    /**
     * Sends a form with a file.
     *
     * @param fields name, value, name, value … beside the file, whose field is {@code picture}
     */
    public Page upload(String address, Community.Someone viewer, byte[] file, String... fields) {
        Csrf csrf = csrf();
        var request = mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("picture", "picture.jpg", "image/jpeg", file))
                .cookie(csrf.cookie(), SESSION)
                .param("_csrf", csrf.token())
                .with(signedIn(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return page(request.exchange());
    }

    /** Sends a form with a file as an administrator. */
    public Page uploadAsStaff(String address, Community.Someone viewer, String field, byte[] file, String... fields) {
        Csrf csrf = csrf();
        var request = mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile(field, "list.csv", "text/csv", file))
                .cookie(csrf.cookie(), SESSION)
                .param("_csrf", csrf.token())
                .with(staff(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return page(request.exchange());
    }

    public Page postAsStranger(String address, String... fields) {
        return page(form(address, fields).exchange());
    }

    /** The same from a browser that has a cookie. */
    public Page getWith(Cookie cookie, String address) {
        return page(mvc.get().uri(address).cookie(cookie).exchange());
    }

    public Page postWith(Cookie cookie, String address, String... fields) {
        return page(form(address, fields).cookie(cookie).exchange());
    }

    /** The same from a network of the test's own: what is limited by network is limited in all tests together. */
    public Page postFrom(String network, String address, String... fields) {
        return page(form(address, fields)
                .with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                })
                .exchange());
    }

    /** As an administrator. */
    public Page getAsStaff(String address, Community.Someone viewer) {
        return page(mvc.get().uri(address).cookie(SESSION).with(staff(viewer)).exchange());
    }

    public Page postAsStaff(String address, Community.Someone viewer, String... fields) {
        return page(form(address, fields).cookie(SESSION).with(staff(viewer)).exchange());
    }

    private static RequestPostProcessor staff(Community.Someone viewer) {
        return user(new Viewer(viewer.id(), viewer.handle(), "", "ADMINISTRATOR"));
    }

    private MockMvcTester.MockMvcRequestBuilder form(String address, String... fields) {
        Csrf csrf = csrf();
        var request = mvc.post().uri(address).cookie(csrf.cookie()).param("_csrf", csrf.token());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    /** The fields of a page's form as it is filled, with changes, for {@link #post}. */
    public static String[] filled(Page page, String form, String... changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.html().select(form).forms().get(0).formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.remove("_csrf");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** The cookie and the field that go together, as a form of ours has them. */
    public record Csrf(Cookie cookie, String token) {}

    /** From a real form: Spring Security's own test support would exchange the token's repository in the shared context. */
    public synchronized Csrf csrf() {
        if (csrf == null) {
            Page form = get("/sign-in");
            csrf = new Csrf(
                    form.result().getResponse().getCookie("CSRF"),
                    form.html().select("input[name=_csrf]").val());
        }
        return csrf;
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
