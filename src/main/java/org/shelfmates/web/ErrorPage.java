package org.shelfmates.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every error gets its real status and one page in the site's look, which says what to do next. What went wrong inside
 * is logged under a reference number, which is all that the page tells of it.
 */
@Controller
class ErrorPage implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

    /** The statuses that have words of their own; the others share those of 400 or 500. */
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 410, 413, 429, 500, 503);

    @RequestMapping("/error")
    ModelAndView page(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code =
                status instanceof Integer known ? known : HttpStatus.NOT_FOUND.value(); // 404 for who asks for /error
        Map<String, Object> words = new HashMap<>();
        words.put("code", code);
        words.put("words", WORDED.contains(code) ? code : code < 500 ? 400 : 500);
        if (code == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            words.put("reference", reference(request));
        }
        return new ModelAndView("web/error", words, HttpStatusCode.valueOf(code));
    }

    private static String reference(HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error(
                "Reference {}: {} {}",
                reference,
                request.getMethod(),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }
}
