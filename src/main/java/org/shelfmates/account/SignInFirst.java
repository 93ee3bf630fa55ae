package org.shelfmates.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What a stranger gets who asks for what takes an account: the sign-in page, and afterwards what they asked for. A form
 * that was sent meanwhile is kept ({@link KeptForm}). Addresses that do not exist are no secret: 404.
 */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    SignInFirst(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        try {
            if (!exists(request)) {
                response.sendError(HttpStatus.NOT_FOUND.value());
                return;
            }
        } catch (HttpRequestMethodNotSupportedException e) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", e.getSupportedMethods()));
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        String next = request.getRequestURI();
        if (request.getMethod().equals("POST")) {
            KeptForm.keep(request);
            next = KeptForm.PATH;
        } else if (request.getQueryString() != null) {
            next += '?' + request.getQueryString();
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private boolean exists(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        HandlerMapping mapping = pages.getObject();
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return mapping.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException e) {
            throw e;
        } catch (Exception e) {
            return true; // it exists, and this request does not fit it: signing in comes first all the same
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }
}
