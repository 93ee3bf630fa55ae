package org.shelfmates.web;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What every template can use, and how controllers' redirects are sent. */
@Configuration(proxyBeanMethods = false)
class Views {

    Views(ThymeleafViewResolver views, Assets assets, Dates dates, Fields fields, Rows rows) {
        views.setStaticVariables(Map.of("assets", assets, "dates", dates, "fields", fields, "rows", rows));
        // 303 (RFC 9110, 15.4.4): what is asked for after a form is another page, by GET
        views.setRedirectHttp10Compatible(false);
    }
}
