package org.shelfmates.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/**
 * Keeps a page back until it is whole. Inside the session's filter: a page that is flushed while it is rendered makes
 * Spring Session save the session early, and at the end read it once more.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class WholePages extends HttpFilter {

    private static final int LARGEST_PAGE = 96 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setBufferSize(LARGEST_PAGE);
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public PrintWriter getWriter() throws IOException {
                return new PrintWriter(super.getWriter()) {
                    @Override
                    public void flush() {
                        // at the end
                    }
                };
            }
        });
    }
}
