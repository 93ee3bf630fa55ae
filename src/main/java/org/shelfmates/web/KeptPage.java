package org.shelfmates.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * One page as it was sent to a stranger, in plain and compressed bytes, with its headers.
 *
 * @param asOf the state of {@link Changes} before it was rendered
 * @param etag the strong entity tag (RFC 9110, 8.8.3) of its bytes, quoted
 */
record KeptPage(
        long asOf, String etag, @Nullable String contentType, List<Header> headers, byte[] plain, byte[] gzipped) {

    private static final Set<String> PER_ANSWER = Set.of("content-length", "content-type", "date", "etag", "vary");
    private static final Pattern GZIP = Pattern.compile("gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");
    private static final int WORTH_COMPRESSING = 1024;

    private record Header(String name, String value) {}

    static KeptPage of(ContentCachingResponseWrapper rendered, long asOf) {
        byte[] plain = rendered.getContentAsByteArray();
        List<Header> headers = rendered.getHeaderNames().stream()
                .filter(name -> !PER_ANSWER.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .distinct()
                .map(name -> new Header(name, StringUtils.collectionToCommaDelimitedString(rendered.getHeaders(name))))
                .toList();
        return new KeptPage(
                asOf, '"' + Assets.hash(plain) + '"', rendered.getContentType(), headers, plain, gzip(plain));
    }

    int weight() {
        return plain.length + gzipped.length + 512;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Header header : headers) {
            response.setHeader(header.name(), header.value());
        }
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Accept-Encoding, Accept, Cookie");
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.contains(etag) || known.trim().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        byte[] body = plain;
        if (encodings != null
                && plain.length > WORTH_COMPRESSING
                && GZIP.matcher(encodings).find()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = gzipped;
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
