package org.shelfmates.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes the day on which somebody was last here: signed in, or asked for a page while they were, since a session may live for
 * longer than half a year. Each instance does so once a day for each of them.
 */
@Component
class Seen implements WebMvcConfigurer, HandlerInterceptor {

    /** By day, so that what is remembered of yesterday can go as a whole. */
    private record Day(LocalDate date, Map<Long, Boolean> accounts) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Day today = new Day(LocalDate.EPOCH, Map.of());

    Seen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).excludePathPatterns("/assets/**", "/pictures/**", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        note(SecurityContextHolder.getContext().getAuthentication());
        return true;
    }

    @EventListener
    void on(AuthenticationSuccessEvent event) {
        note(event.getAuthentication());
    }

    private void note(Authentication who) {
        if (who == null || !(who.getPrincipal() instanceof Viewer viewer)) {
            return;
        }
        LocalDate date = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Day day = today;
        if (!day.date().equals(date)) {
            day = new Day(date, new ConcurrentHashMap<>());
            today = day;
        }
        if (day.accounts().putIfAbsent(viewer.id(), true) == null) {
            jdbc.sql("insert into account_seen (account_id, seen_on) select id, :day from account where id = :id"
                            + " on conflict (account_id) do update set seen_on = excluded.seen_on"
                            + " where account_seen.seen_on < excluded.seen_on")
                    .param("day", Date.valueOf(date))
                    .param("id", viewer.id())
                    .update();
        }
    }
}
