package org.shelfmates.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.shelfmates.web.Settings;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may do what, by address: what is not listed here takes an account. docs/access.md is the table. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final String[] FOR_EVERYBODY = {
        "/",
        "/places",
        "/places/*/*",
        "/librarians",
        "/librarians/*",
        "/librarians/*/following",
        "/librarians/*/followers",
        "/groups",
        "/groups/*",
        "/groups/*/members",
        "/groups/*/history",
        "/groups/*/venues",
        "/venues",
        "/venues/*",
        "/venues/*/*",
        "/venues/*/*/history",
        "/groups/*/board",
        "/groups/*/board/*/*",
        "/tweetups",
        "/tweetups/*",
        "/tweetups/*/*",
        "/tweetups/*/*/attendees",
        "/tweetups/*/*/rsvp",
        "/occasions",
        "/occasions/*",
        "/programmes",
        "/programmes/*",
        "/series/*",
        "/series/*/*",
        "/comments/*",
        "/comments/*/history",
        "/tweetups/*/*/comments/new",
        "/tweetups/*/*/decisions",
        "/tweetups/*/*/polls",
        "/tweetups/*/*/polls/*/vote",
        "/appeals/*",
        "/appeals/*/suggestions/guest",
        "/credits",
        "/outbox",
        "/outbox/*",
        "/pictures/*",
        "/assets/**"
    };

    /** Mail programs send these (RFC 8058), and have no token of ours: the link itself is the secret. */
    private static final String ONE_CLICK = "/unsubscribe/**";

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");
    private static final long TWO_YEARS = 2L * 365 * 24 * 60 * 60;

    /** Health and figures are on the management port (startup.StartupChecks keeps it apart), on this machine by default. */
    @Bean
    @Order(1)
    SecurityFilterChain operations(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(may -> may.anyRequest().permitAll())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }

    @Bean
    SecurityFilterChain addresses(
            HttpSecurity http, Settings settings, SignInFirst signInFirst, MultipartConfigElement multipart) {
        return http.authorizeHttpRequests(
                        may -> may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/tweetups/new",
                                        "/groups/new",
                                        "/occasions/new",
                                        "/appeals/new",
                                        "/venues/new",
                                        "/venues/similar")
                                .authenticated()
                                .requestMatchers("/programmes/new")
                                .hasRole("ADMINISTRATOR")
                                .requestMatchers(HttpMethod.GET, FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/tweetups/*/rsvp",
                                        "/tweetups/*/polls/*/votes",
                                        "/tweetups/*/comments",
                                        "/appeals/*/suggestions",
                                        "/tweetups/*/guest/withdrawal")
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in",
                                        "/sign-up",
                                        "/confirmations/*",
                                        "/rsvps/*",
                                        "/rsvps/*/confirmation",
                                        "/rsvps/*/again",
                                        "/guest-comments/*",
                                        "/guest-comments/*/confirmation",
                                        "/votes/*",
                                        "/votes/*/confirmation",
                                        "/votes/*/polls/*",
                                        "/votes/*/rsvp",
                                        "/rsvps/*/threads/**",
                                        "/rsvps/*/comments/**",
                                        "/votes/*/threads/**",
                                        "/votes/*/comments/**",
                                        "/guest-comments/*/threads/**",
                                        "/guest-comments/*/comments/**",
                                        "/suggestions/*",
                                        "/suggestions/*/confirmation",
                                        "/suggestions/*/withdrawal",
                                        "/unsubscribe/*",
                                        "/unsubscribe/digest/*",
                                        "/releases/*",
                                        "/error")
                                .permitAll()
                                .requestMatchers("/admin/mails", "/admin/mails/**", "/admin/venues/**")
                                .hasRole("ADMINISTRATOR")
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(onwards())
                        .failureHandler(
                                new org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler(
                                        SignInController.REFUSED)))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessHandler((request, response, viewer) -> goOn(response, "/")))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(signInFirst))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(settings)).ignoringRequestMatchers(ONE_CLICK))
                .addFilterBefore(new Uploads(multipart.getMaxRequestSize()), CsrfFilter.class)
                .headers(headers -> headers(headers, settings))
                .build();
    }

    private static AuthenticationSuccessHandler onwards() {
        return (request, response, viewer) -> {
            goOn(response, OwnPath.or("/me", request.getParameter("next")));
        };
    }

    private static void goOn(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    /** In a cookie and not in the session: a form outlives the session that it was opened in. */
    private static CookieCsrfTokenRepository csrfCookie(Settings settings) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(settings.https() ? "__Host-CSRF" : "CSRF");
        tokens.setCookieCustomizer(cookie ->
                cookie.path("/").httpOnly(true).secure(settings.https()).sameSite("Lax"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Settings settings) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .httpStrictTransportSecurity(hsts -> {
                    if (settings.https()) {
                        hsts.requestMatcher(any -> true)
                                .maxAgeInSeconds(TWO_YEARS)
                                .includeSubDomains(false);
                    } else {
                        hsts.disable();
                    }
                });
    }

    @Bean
    StrictHttpFirewall firewall(Settings settings) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(METHODS);
        String host = settings.baseUrl().getHost();
        firewall.setAllowedHostnames(name -> name.equalsIgnoreCase(host) || THIS_MACHINE.contains(name));
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, reason) -> {
            // refused before the filter that writes these
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            boolean method = !METHODS.contains(request.getMethod());
            if (method) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
            }
            response.sendError((method ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.BAD_REQUEST).value());
        };
    }
}
