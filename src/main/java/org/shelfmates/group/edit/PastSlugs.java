package org.shelfmates.group.edit;

import java.util.Optional;
import org.shelfmates.web.PastAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that groups had before. */
@Service
class PastSlugs implements PastAddress {

    private final JdbcClient jdbc;

    PastSlugs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String below() {
        return "/groups/";
    }

    @Override
    public String variable() {
        return "slug";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> now(String slug) {
        return jdbc.sql("select g.slug from past_group_slug s join city_group g on g.id = s.group_id"
                        + " where s.slug = :slug and g.slug <> :slug")
                .param("slug", slug)
                .query(String.class)
                .optional();
    }
}
