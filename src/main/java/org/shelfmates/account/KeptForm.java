package org.shelfmates.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody sent without being signed in, usually because their session had ended while they wrote. It waits
 * in the session until they have signed in, and is sent again by one button ({@link SignInController#resume}).
 *
 * @param path where it was sent
 * @param fields every field with its values, without the token against request forgery
 */
record KeptForm(String path, LinkedHashMap<String, List<String>> fields) implements Serializable {

    static final String PATH = "/resume";

    private static final Pattern PAGE = Pattern.compile(
            "/((tweetups|visits|conversations)/\\d+|(librarians|groups|programmes)/[^/]+|places/[^/]+/[^/]+)(?=/)");
    private static final String ATTRIBUTE = "keptForm";
    private static final int MAX_CHARACTERS = 60_000;

    static void keep(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!field.getKey().equals("_csrf")) {
                fields.put(field.getKey(), List.of(field.getValue()));
                size += String.join("", field.getValue()).length();
            }
        }
        if (size <= MAX_CHARACTERS) {
            request.getSession().setAttribute(ATTRIBUTE, new KeptForm(request.getRequestURI(), fields));
        }
    }

    static @Nullable KeptForm of(HttpSession session) {
        return (KeptForm) session.getAttribute(ATTRIBUTE);
    }

    /** It is about to be sent. */
    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** The page that the form stood on, where its address tells that. */
    public String page() {
        Matcher page = PAGE.matcher(path);
        return page.lookingAt() ? page.group() : "/me";
    }
}
