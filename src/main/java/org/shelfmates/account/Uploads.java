package org.shelfmates.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files in at the addresses of uploads only, and there only from who is signed in. It stands before whatever reads a
 * parameter, among them the check of the token against forgery: reading one of a form with a file means reading the file.
 */
class Uploads extends OncePerRequestFilter {

    private static final RequestMatcher HERE = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/tweetups/{id:\\d{1,18}}/{slug}/pictures"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/me/profile/picture"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/groups/{slug}/picture"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/admin/venues/import"));

    /** So much of what is too large is read, and thrown away, so that the browser gets to read why. */
    private static final long MOST_THROWN_AWAY = 60L << 20;

    private final long mostBytes;

    Uploads(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasParts(request)) {
            chain.doFilter(request, response);
        } else if (!HERE.matches(request)) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else if (!signedIn()) {
            // the file is not kept as other forms are: it is chosen again
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/sign-in?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        } else if (request.getContentLengthLong() > mostBytes) {
            throwAway(request.getInputStream());
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Viewer;
    }

    private static void throwAway(InputStream body) throws IOException {
        byte[] some = new byte[8192];
        long left = MOST_THROWN_AWAY;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(some);
        }
    }
}
