package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** The filter around work that needs a database which really is away: the one that all tests share stays up. */
@ShelfmatesTest
class DatabaseDownTest {

    private static final String URL = "jdbc:postgresql://127.0.0.1:%d/postgres";

    @Autowired
    FilterRegistrationBean<HttpFilter> databaseDownFilter;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Pages pages;

    private static int query(JdbcClient database, String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private MockHttpServletResponse answerAround(Runnable work, String language) throws Exception {
        var request = new MockHttpServletRequest("GET", "/tweetups");
        request.addHeader("Accept-Language", language);
        var response = new MockHttpServletResponse();
        databaseDownFilter.getFilter().doFilter(request, response, (asked, given) -> {
            ((HttpServletResponse) given).setHeader("X-Frame-Options", "DENY");
            given.getWriter().write("<h1>Half a page");
            work.run();
        });
        return response;
    }

    private static Document page(MockHttpServletResponse response) throws IOException {
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(response.getContentAsString()).doesNotContain("Exception", "127.0.0.1", "FATAL", "Half a page");
        return Jsoup.parse(response.getContentAsString());
    }

    /** Of a port that was free a moment ago. */
    private static String nobodysAddress() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return URL.formatted(socket.getLocalPort());
        }
    }

    private static JdbcClient nowhere() throws IOException {
        var database = new PGSimpleDataSource();
        database.setUrl(nobodysAddress());
        return JdbcClient.create(database);
    }

    @Test
    void whereNoServerListensPeopleAreToldToTryAgain() throws Exception {
        JdbcClient nowhere = nowhere();

        Document page = page(answerAround(() -> query(nowhere, "select 1"), "en"));

        assertThat(page.title()).isEqualTo("We cannot answer just now");
        assertThat(page.select("body.page main.main h1").text()).isEqualTo("We cannot answer just now");
        assertThat(page.select("main p").text()).contains("Try again in a minute.");
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
    }

    @Test
    void thePageHasTheLookOfTheSite() throws Exception {
        JdbcClient nowhere = nowhere();

        Document page = page(answerAround(() -> query(nowhere, "select 1"), "en"));

        String style = page.select("link[rel=stylesheet]").attr("href");
        assertThat(pages.get(style).status()).isEqualTo(200);
        assertThat(pages.get("/").html().select("link[rel=stylesheet]").attr("href"))
                .isEqualTo(style);
    }

    @Test
    void itIsSaidInTheReadersLanguage() throws Exception {
        JdbcClient nowhere = nowhere();

        Document page = page(answerAround(() -> query(nowhere, "select 1"), "cy"));

        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.select("h1").text()).isEqualTo("Allwn ni ddim ateb ar hyn o bryd");
    }

    @Test
    void aPoolWithNoneToGiveIsADatabaseThatIsAway() throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(nobodysAddress());
        settings.setConnectionTimeout(250); // milliseconds; the pool takes no less
        settings.setInitializationFailTimeout(-1);
        try (var pool = new HikariDataSource(settings)) {
            page(answerAround(() -> query(JdbcClient.create(pool), "select 1"), "en"));
        }
    }

    @Test
    void soIsAServerThatIsBeingStopped() throws Exception {
        page(answerAround(() -> query(jdbc, "select pg_terminate_backend(pg_backend_pid())::int"), "en"));

        assertThat(query(jdbc, "select 1")).isEqualTo(1);
    }

    /** The rollback fails then as well, and its failure is what comes out. */
    @Test
    void alsoInTheMiddleOfATransaction() throws Exception {
        page(answerAround(
                () -> transactions.executeWithoutResult(
                        begun -> query(jdbc, "select pg_terminate_backend(pg_backend_pid())::int")),
                "en"));
    }

    @Test
    void whatWasSaidForSafetyIsStillSaid() throws Exception {
        var response = answerAround(() -> query(jdbc, "select pg_terminate_backend(pg_backend_pid())::int"), "en");

        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aStatementThatFailsIsNot() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> answerAround(() -> query(jdbc, "select 1 / 0"), "en"));
    }
}
