package org.shelfmates.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;

/** Reads pages and sends forms over real HTTP: keeps cookies as a browser does, and follows no redirect by itself. */
public final class Browser {

    private final String site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    public Browser(int port) {
        site = "http://localhost:" + port;
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, Document html) {

        public int status() {
            return response.statusCode();
        }

        /** Empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String location() {
            return header("Location");
        }

        public String text(String selector) {
            return html.select(selector).text();
        }

        /** The form of the page's main part that is sent to an address. */
        public FormElement form(String action) {
            return Objects.requireNonNull((FormElement) html.selectFirst("form[action=" + action + "]"), action);
        }
    }

    /** @param headers name, value, name, value … */
    public Answer get(String address, String... headers) {
        return send("GET", address, null, headers);
    }

    /** @param body of a form, or null */
    public Answer send(String method, String address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response, Jsoup.parse(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with a file, named {@code picture}, and the token against request forgery. */
    public Answer upload(String address, byte[] file, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token()));
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i += 2) {
            body.writeBytes(part(all.get(i), "", all.get(i + 1).getBytes(StandardCharsets.UTF_8)));
        }
        body.writeBytes(part("picture", "; filename=\"picture.jpg\"\r\nContent-Type: image/jpeg", file));
        body.writeBytes("--parts--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(URI.create(site + address))
                .header("Content-Type", "multipart/form-data; boundary=parts")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends the beginning of a form with a file and that many bytes of the file, which nobody holds in memory. */
    public Answer uploadEndlessly(String address, long bytes, boolean sized) {
        byte[] begin = (new String(part("_csrf", "", token().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
                        + "--parts\r\nContent-Disposition: form-data; name=\"list\"; filename=\"list.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var body = HttpRequest.BodyPublishers.ofInputStream(() ->
                new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(begin), new java.io.InputStream() {
                    private long left = bytes - begin.length;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        int some = (int) Math.min(left, length);
                        java.util.Arrays.fill(to, from, from + Math.max(0, some), (byte) 'x');
                        left -= some;
                        return some > 0 ? some : -1;
                    }
                }));
        return send(HttpRequest.newBuilder(URI.create(site + address))
                .header("Content-Type", "multipart/form-data; boundary=parts")
                .POST(sized ? HttpRequest.BodyPublishers.fromPublisher(body, bytes) : body));
    }

    private static byte[] part(String name, String more, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--parts\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    /** Fills in a form of a page and sends it. */
    public Answer submit(FormElement form, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        form.formData().stream()
                .filter(field -> !List.of(fields).contains(field.key()))
                .forEach(field -> all.addAll(List.of(field.key(), field.value())));
        return send("POST", form.attr("action"), encoded(all.toArray(String[]::new)));
    }

    /** Sends fields to an address as a form of this site would: with the token against request forgery. */
    public Answer post(String address, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token()));
        return send("POST", address, encoded(all.toArray(String[]::new)));
    }

    private String token() {
        Answer page = get("/sign-in");
        if (page.status() == 303) {
            page = get("/me"); // signed in: the button to sign out has it
        }
        return page.html().select("input[name=_csrf]").get(0).val();
    }

    public Browser signedIn(Someone someone) {
        Answer answer = signIn(someone.handle(), Community.PASSWORD);
        if (answer.status() != 303) {
            throw new IllegalStateException("sign-in answered " + answer.status());
        }
        return this;
    }

    public Answer signIn(String username, String password) {
        return submit(get("/sign-in").form("/sign-in"), "username", username, "password", password);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** @param fields name, value, name, value … */
    public static String encoded(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }
}
