package org.shelfmates.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final Pattern UNPRINTABLE = Pattern.compile("[" + Line.UNPRINTABLE + "]");

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.UK, Locale.forLanguageTag("cy")));
        resolver.setDefaultLocale(Locale.UK);
        return resolver;
    }

    /** Also around forwards and error pages: the container ends the answer where they end. */
    @Bean
    FilterRegistrationBean<WholePages> wholePages() {
        var registration = new FilterRegistrationBean<>(new WholePages());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
        return registration;
    }

    /** A page leaves in one or two writes to its socket, not in one for every 8 KB. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wholeWrites() {
        return tomcat ->
                tomcat.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", "32768"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PublicPageHeaders());
        interceptors.addInterceptor(new PrintableQueries());
    }

    private static class PublicPageHeaders implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getUserPrincipal() == null
                    && handler instanceof HandlerMethod method
                    && method.hasMethodAnnotation(PublicPage.class)) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL,
                        CacheControl.noCache().cachePublic().getHeaderValue());
            }
            return true;
        }
    }

    /** Forms say beside the field what is wrong with it ({@link Line}); in an address such characters are no accident. */
    private static class PrintableQueries implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getDispatcherType() == DispatcherType.REQUEST
                    && !request.getMethod().equals("POST")) {
                for (String[] values : request.getParameterMap().values()) {
                    for (String value : values) {
                        if (UNPRINTABLE.matcher(value).find()) {
                            throw new BadRequestException("unprintable character");
                        }
                    }
                }
            }
            return true;
        }
    }
}
