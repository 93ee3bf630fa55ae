package org.shelfmates.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what stands on the boards of the demo's groups, with its answers. */
class DemoBoards {

    private static final int HOUR = 3_600;

    private final JdbcClient jdbc;
    private final Diary diary;

    DemoBoards(JdbcClient jdbc, Diary diary) {
        this.jdbc = jdbc;
        this.diary = diary;
    }

    void write(Script.BoardPost post) {
        Instant at = diary.ago(post.ago(), ZoneOffset.UTC);
        Long id = jdbc.sql("""
                        insert into board_post (group_id, slug, kind, title, body, author_id, posted_at, active_at, pinned_at)
                        select g.id, :slug, :kind, :title, :body, a.id, :at, :at, case when :pinned then :at::timestamptz end
                        from city_group g, account a where g.slug = :group and a.handle = :by returning id""")
                .param("slug", Slug.ascii(post.title(), 60))
                .param("kind", post.kind())
                .param("title", post.title())
                .param("body", post.says())
                .param("at", Diary.sql(at))
                .param("pinned", Boolean.TRUE.equals(post.pinned()))
                .param("group", post.group())
                .param("by", post.by())
                .query(Long.class)
                .single();
        Long thread = jdbc.sql("insert into thread (subject) values (?) returning id")
                .param("board:" + id)
                .query(Long.class)
                .single();
        List<Long> ids = new ArrayList<>();
        for (Script.Remark remark : post.answers()) {
            ids.add(jdbc.sql("""
                            insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
                            select id, :thread, :parent::bigint,
                                coalesce((select path from comment where comment.id = :parent::bigint), '{}') || id,
                                (select id from account where handle = :by), :says, :at
                            from nextval('comment_seq') as id returning id""")
                    .param("thread", thread)
                    .param("parent", remark.re() == null ? null : ids.get(remark.re() - 1))
                    .param("by", remark.by())
                    .param("says", remark.says())
                    .param("at", Diary.sql(at.plusSeconds((long) HOUR * (2 + 3 * ids.size()))))
                    .query(Long.class)
                    .single());
        }
        jdbc.sql("""
                        insert into subscription (thread_id, librarian_id, looked, wrote)
                        select thread_id, author_id, int4multirange(int4range(1, max(position) + 1)), max(position)
                        from comment where thread_id = ? group by thread_id, author_id
                        on conflict (librarian_id, thread_id) do update set looked = excluded.looked, wrote = excluded.wrote""").param(thread).update();
    }
}
