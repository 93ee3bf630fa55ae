package org.shelfmates.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a page back until it is whole: an error half-way leaves nothing of it, and it is encoded in one go. Inside the
 * session's filter: an answer that begins to leave before its end makes Spring Session save the session early, and at the
 * end read it once more.
 */
class WholePages extends HttpFilter {

    private static final int USUAL_PAGE = 32 * 1024;
    private static final int USUAL_BUFFER = 96 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setBufferSize(USUAL_BUFFER);
        var whole = new Whole(response);
        chain.doFilter(request, whole);
        whole.send();
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            // the container would end the answer by itself, past the filters that have headers to add
            response.flushBuffer();
        }
    }

    private static class Whole extends HttpServletResponseWrapper {

        private @Nullable StringWriter page;
        private @Nullable PrintWriter writer;

        Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            if (writer == null) {
                page = new StringWriter(USUAL_PAGE);
                writer = new PrintWriter(page);
            }
            return writer;
        }

        @Override
        public void resetBuffer() {
            super.resetBuffer();
            page = null;
            writer = null;
        }

        @Override
        public void reset() {
            super.reset();
            page = null;
            writer = null;
        }

        void send() throws IOException {
            if (page == null || isCommitted()) {
                return;
            }
            byte[] bytes = page.toString().getBytes(Charset.forName(getCharacterEncoding()));
            if (bytes.length >= USUAL_BUFFER) {
                setBufferSize(bytes.length + 1); // a full one leaves at once; Tomcat lets go of one so big afterwards
            }
            getOutputStream().write(bytes);
        }
    }
}
