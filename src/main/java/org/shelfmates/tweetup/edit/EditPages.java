package org.shelfmates.tweetup.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Person;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.TweetupPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what planners edit. */
@Service
@Transactional(readOnly = true)
class EditPages {

    private final Plans plans;
    private final PartEditing parts;
    private final Groups groups;
    private final OccasionChoices occasions;
    private final JdbcClient jdbc;

    EditPages(Plans plans, PartEditing parts, Groups groups, OccasionChoices occasions, JdbcClient jdbc) {
        this.plans = plans;
        this.parts = parts;
        this.groups = groups;
        this.occasions = occasions;
        this.jdbc = jdbc;
    }

    /** @throws AccessDeniedException for anybody but its planners */
    EditPage byId(long id, Viewer planner) {
        Plans.Plan plan = plans.plan(id, planner).forPlanner();
        Map<Long, List<PartLine>> parts = this.parts.of(List.of(id));
        List<GroupCard> own = groups.of(planner.id(), planner.id());
        return select(List.of(id))
                .query((row, n) -> new EditPage(
                        plan,
                        form(row, parts),
                        row.getInt("confirmed"),
                        Person.all(row),
                        groups(row, own),
                        occasions.coming(row.getString("occasion_slug"))))
                .single();
    }

    /** What is saved of one, and who plans it. */
    record Saved(EditForm form, List<Person> planners) {}

    /** Of several at once, by their ids: for whoever holds their rows and has asked {@link Plans} before. */
    Map<Long, Saved> saved(List<Long> ids) {
        Map<Long, List<PartLine>> parts = this.parts.of(ids);
        Map<Long, Saved> all = new HashMap<>();
        select(ids).query(row -> {
            all.put(row.getLong("id"), new Saved(form(row, parts), Person.all(row)));
        });
        return all;
    }

    private JdbcClient.StatementSpec select(List<Long> ids) {
        return jdbc.sql("""
                        select t.*, g.slug as group_slug, g.name as group_name, greeter.handle as greeter,
                            o.slug as occasion_slug, planned.ids, planned.handles, planned.names,
                            (select count(*) from rsvp where tweetup_id = t.id and standing = 'CONFIRMED') as confirmed
                        from tweetup t left join city_group g on g.id = t.group_id
                        left join planner p on p.tweetup_id = t.id and p.librarian_id = t.greeter_id
                        left join account greeter on greeter.id = p.librarian_id
                        left join occasion o on o.id = t.occasion_id
                        """ + TweetupPages.PLANNED + """
                        where t.id in (:ids)""").param("ids", ids);
    }

    private static EditForm form(ResultSet row, Map<Long, List<PartLine>> parts) throws SQLException {
        Timestamp close = row.getTimestamp("answers_close_at");
        return new EditForm(
                row.getString("version"),
                row.getString("title"),
                row.getString("plan"),
                row.getString("group_slug"),
                row.getString("occasion_slug"),
                row.getBoolean("free") ? "true" : "",
                row.getBoolean("step_free") ? "true" : "",
                row.getString("hashtag"),
                row.getString("cost"),
                row.getString("access"),
                row.getString("last_connection"),
                row.getString("bring"),
                row.getString("sign"),
                row.getString("greeter"),
                row.getString("capacity"),
                row.getString("companions_max"),
                LocalTimes.typed(close == null ? null : close.toInstant(), ZoneId.of(row.getString("zone"))),
                parts.getOrDefault(row.getLong("id"), List.of()));
    }

    /** The planner's own, and before them the one that the tweetup has, where another planner chose it. */
    private static List<EditPage.Group> groups(ResultSet row, List<GroupCard> own) throws SQLException {
        String slug = row.getString("group_slug");
        List<EditPage.Group> groups = new ArrayList<>();
        if (slug != null && own.stream().noneMatch(group -> group.slug().equals(slug))) {
            groups.add(new EditPage.Group(slug, row.getString("group_name")));
        }
        own.forEach(group -> groups.add(new EditPage.Group(group.slug(), group.name())));
        return groups;
    }
}
