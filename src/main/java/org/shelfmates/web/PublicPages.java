package org.shelfmates.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers strangers from memory, before sessions, security and MVC. What is kept is what {@link PublicPage} says may be;
 * it is served only as long as nothing has changed since before it was rendered ({@link Changes}), and a minute at most
 * because pages speak of "coming" and "past".
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicPages extends HttpFilter {

    private static final Set<String> SESSION_COOKIES = Set.of("SESSION", "__Host-SESSION");
    private static final long MAX_BYTES = 48L << 20;

    private final Cache<Key, KeptPage> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, KeptPage page) ->
                    page.weight() + 2 * key.address().length())
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final transient Changes changes;
    private final transient LocaleResolver locales;

    PublicPages(Changes changes, LocaleResolver locales) {
        this.changes = changes;
        this.locales = locales;
    }

    private record Key(String address, String host, String language, boolean secure) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String method = request.getMethod();
        boolean get = method.equals("GET");
        if (!get && !method.equals("HEAD")) {
            try {
                chain.doFilter(request, response);
            } finally {
                // before the answer leaves: whoever gets it sees the change with the next request
                changes.happened();
            }
        } else if (isStranger(request)) {
            answerStranger(request, response, chain, get);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answerStranger(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean get)
            throws IOException, ServletException {
        Key key = keyOf(request);
        KeptPage page = kept.getIfPresent(key);
        if (page != null && changes.noneSince(page.asOf())) {
            page.send(request, response);
            return;
        }
        long asOf = changes.now();
        var rendered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, rendered);
        page = get && mayKeep(rendered) ? KeptPage.of(rendered, asOf) : null;
        if (page == null) {
            rendered.copyBodyToResponse();
            return;
        }
        kept.put(key, page);
        rendered.resetBuffer();
        page.send(request, response);
    }

    private Key keyOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Key(
                query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query,
                request.getServerName(),
                // JSON suggestions and pages share addresses
                locales.resolveLocale(request).getLanguage() + accepts(request),
                request.isSecure());
    }

    private static String accepts(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") ? "json" : "";
    }

    private static boolean isStranger(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (SESSION_COOKIES.contains(cookie.getName())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean mayKeep(ContentCachingResponseWrapper response) {
        String cacheControl = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return response.getStatus() == HttpServletResponse.SC_OK
                && cacheControl != null
                && cacheControl.contains("public")
                && response.getHeader(HttpHeaders.SET_COOKIE) == null
                && !isPicture(response.getContentType());
    }

    /** Browsers keep these; here they would push the pages out. */
    private static boolean isPicture(@Nullable String contentType) {
        return MediaType.IMAGE_JPEG_VALUE.equals(contentType);
    }
}
