package org.shelfmates.group.board;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.GoneException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Slug;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Single posts, and what their authors do with them. */
@Service
class Posts {

    private static final String SQL = """
            select b.id, b.slug, b.kind, b.title, b.body, b.posted_at, b.edited_at, b.version, b.pinned_at is not null as pinned,
                b.taken_back_at is not null as taken_back, b.for_members, not {l} as blocks, b.author_id as person_id, a.handle, l.name as person_name, p.zone,
                b.closed_at, b.closed_because, (select c.name from librarian c where c.id = b.closed_by and {c}) as closed_name,
                b.hidden_at, b.hidden_because, (select h.name from librarian h where h.id = b.hidden_by and {h}) as hidden_name
            from board_post b join librarian l on l.id = b.author_id join account a on a.id = l.id
            join city_group g on g.id = b.group_id join place p on p.id = g.place_id
            where b.id = :id and b.group_id = :group and (:organiser or {l})""".replace("{c}", Sight.unblocked("c"))
            .replace("{h}", Sight.unblocked("h"))
            .replace("{l}", Sight.unblocked("l"));

    private static final int SLUG = 60;
    private static final int OWN = 50;

    private final JdbcClient jdbc;
    private final Groups groups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(JdbcClient jdbc, Groups groups, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The group, for who may read its board.
     *
     * @param viewer who looks, or null
     */
    @Transactional(readOnly = true)
    public GroupPage group(String slug, @Nullable Long viewer) {
        return Readership.require(groups.bySlug(slug, viewer).orElseThrow(NotFoundException::new), viewer);
    }

    /** @throws AccessDeniedException for who is no member */
    @Transactional(readOnly = true)
    public GroupPage ofMember(String slug, long viewer) {
        GroupPage group = groups.bySlug(slug, viewer).orElseThrow(NotFoundException::new);
        if (group.membership() == null) {
            throw new MembersOnlyException(group);
        }
        return group;
    }

    private record Found(Post post, boolean takenBack) {}

    /**
     * Its author finds it also when they belong to the group no more, and organisers also when its author has blocked them.
     *
     * @param viewer who looks, or null
     * @throws AccessDeniedException when it is for members alone
     * @throws NotFoundException when there is none on this board, or its author has blocked the viewer
     * @throws GoneException when its author took it back
     */
    @Transactional(readOnly = true)
    public Post find(String slug, long id, @Nullable Long viewer) {
        GroupPage group = groups.bySlug(slug, viewer).orElseThrow(NotFoundException::new);
        Found found = jdbc.sql(SQL)
                .param("id", id)
                .param("group", group.card().id())
                .param("organiser", group.standing().organiser())
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> new Found(Post.of(row, group, viewer), row.getBoolean("taken_back")))
                .optional()
                .orElse(null);
        if (found == null || !found.post().own()) {
            Readership.require(group, viewer);
        }
        if (found == null) {
            throw new NotFoundException();
        }
        if (!found.post().own() && !found.post().shared()) {
            throw Readership.refusal(group, viewer);
        }
        if (found.takenBack()) {
            throw new GoneException("group/board/gone");
        }
        return found.post();
    }

    /** @throws AccessDeniedException for everybody but its author while they are a member */
    @Transactional(readOnly = true)
    public Post toEdit(String slug, long id, long viewer) {
        Post post = own(slug, id, viewer);
        if (!post.member()) {
            throw new MembersOnlyException(post.group());
        }
        return post;
    }

    /** @throws AccessDeniedException for everybody but its author */
    @Transactional(readOnly = true)
    public Post own(String slug, long id, long viewer) {
        Post post = find(slug, id, viewer);
        if (!post.own()) {
            throw new AccessDeniedException("somebody else's post");
        }
        return post;
    }

    /** What a page says of a post that it only names. */
    public record Link(String title, String path) {}

    /** What somebody wrote there that is not taken back, latest first: they find it also when they are no member any more. */
    @Transactional(readOnly = true)
    public List<Link> ownIn(GroupPage group, long author) {
        return jdbc.sql(
                        "select title, id, slug from board_post where author_id = ? and group_id = ? and taken_back_at is null"
                                + " order by id desc limit ?")
                .params(author, group.card().id(), OWN)
                .query((row, n) -> new Link(
                        row.getString("title"),
                        Board.pathOf(group.card().slug(), row.getLong("id"), row.getString("slug"))))
                .list();
    }

    /** @return the address of its page */
    @Transactional
    public String post(String slug, PostForm form, long author) {
        GroupPage group = ofMember(slug, author);
        String words = slugOf(form.title());
        long id = jdbc.sql("""
                        insert into board_post (group_id, slug, kind, title, body, author_id, posted_at, active_at)
                        values (:group, :slug, :kind, :title, :body, :author, :now, :now) returning id""")
                .param("group", group.card().id())
                .param("slug", words)
                .param("kind", form.kind())
                .param("title", form.title())
                .param("body", form.body())
                .param("author", author)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new BoardPosted(id));
        return Board.pathOf(slug, id, words);
    }

    private static String slugOf(String title) {
        String words = Slug.ascii(title, SLUG);
        return words.isEmpty() ? "post" : words;
    }

    /** @return false when it has changed since the form was filled, or its author is no member any more */
    @Transactional
    public boolean edit(Post post, PostForm form) {
        BadRequestException.unless(!form.version().isEmpty(), "an edit form has a version");
        boolean saved = jdbc.sql("""
                        update board_post set slug = :slug, kind = :kind, title = :title, body = :body, edited_at = :now,
                            version = version + 1
                        where id = :id and version = :version and taken_back_at is null and exists (
                            select from membership m where m.group_id = board_post.group_id and m.librarian_id = author_id)""")
                        .param("slug", slugOf(form.title()))
                        .param("kind", form.kind())
                        .param("title", form.title())
                        .param("body", form.body())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", post.id())
                        .param("version", Integer.parseInt(form.version()))
                        .update()
                > 0;
        if (saved) {
            events.publishEvent(new PostEdited(post.id()));
        }
        return saved;
    }

    /** Its words are gone for good, and what was said about it can be read by nobody. */
    @Transactional
    public void takeBack(Post post) {
        jdbc.sql("update board_post set title = '', body = '', slug = 'post', pinned_at = null, taken_back_at = ?,"
                        + " version = version + 1 where id = ? and taken_back_at is null")
                .params(Timestamp.from(clock.instant()), post.id())
                .update();
        events.publishEvent(new PostRemoved(post.id()));
    }
}
