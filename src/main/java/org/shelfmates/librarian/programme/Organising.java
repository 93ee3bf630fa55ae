package org.shelfmates.librarian.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.programme.ProgrammeForm.Entry;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Slug;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes programmes, and changes them for their organisers. */
@Service
class Organising {

    private static final int LONGEST_SLUG = 60;

    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Organising(People people, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What annotations cannot say: not too many things, each with a title, and addresses that lead to the web. */
    void check(ProgrammeForm form, Errors errors) {
        if (errors.hasFieldErrors("things")) {
            return;
        }
        List<Entry> lines = form.lines();
        if (lines.size() > ProgrammeForm.MOST) {
            errors.rejectValue("things", "programme.things.many");
        } else if (!lines.stream().allMatch(Entry::fits)) {
            errors.rejectValue("things", "programme.things.wrong");
        }
    }

    Optional<Long> librarian(String handle) {
        return people.findAnybody(handle).map(Person::id);
    }

    /**
     * @param form checked by {@link #check}
     * @return its slug
     * @throws DuplicateKeyException when there is one of this name
     */
    @Transactional
    String create(ProgrammeForm form, long organiser) {
        String words = Slug.ascii(form.name(), LONGEST_SLUG);
        String name = words.isEmpty() || words.equals("new") ? "programme" : words;
        String slug = Stream.concat(Stream.of(name), IntStream.range(2, 50).mapToObj(n -> name + "-" + n))
                .filter(free -> jdbc.sql("select not exists (select from programme where slug = ?)")
                        .param(free)
                        .query(Boolean.class)
                        .single())
                .findFirst()
                .orElseThrow(() -> new DuplicateKeyException("too many of this name"));
        long id = jdbc.sql("""
                        insert into programme (slug, name, description, organiser_id, created_at)
                        values (:slug, :name, :description, :organiser, :now) returning id""")
                .param("slug", slug)
                .param("name", form.name())
                .param("description", form.description())
                .param("organiser", organiser)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        write(id, form.lines());
        return slug;
    }

    /** Those that stay where they are stay ticked off, whatever they are called now. */
    private void write(long programme, List<Entry> lines) {
        jdbc.sql("delete from thing where programme_id = ? and position > ?")
                .params(programme, lines.size())
                .update();
        jdbc.sql("""
                        insert into thing (programme_id, position, title, link)
                        select :programme, n, title, link
                        from unnest(:titles::text[], :links::text[]) with ordinality as line (title, link, n)
                        on conflict (programme_id, position) do update set title = excluded.title, link = excluded.link""")
                .param("programme", programme)
                .param("titles", lines.stream().map(Entry::title).toArray(String[]::new))
                .param("links", lines.stream().map(Entry::link).toArray(String[]::new))
                .update();
    }

    private record Saved(long id, Long organiserId, String name, String description, int version) {}

    private Saved saved(String slug, long viewer) {
        Saved saved = jdbc.sql("select id, coalesce(organiser_id, 0) as organiser_id, name, description, version"
                        + " from programme where slug = ?")
                .param(slug)
                .query(Saved.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (saved.organiserId() != viewer) {
            throw new AccessDeniedException("does not organise " + slug);
        }
        return saved;
    }

    /**
     * The form as it is saved now.
     *
     * @throws AccessDeniedException for anybody but the organiser
     */
    @Transactional(readOnly = true)
    ProgrammeForm toEdit(String slug, long viewer) {
        Saved saved = saved(slug, viewer);
        String things = jdbc
                .sql("select title, link from thing where programme_id = ? order by position")
                .param(saved.id())
                .query(Entry.class)
                .list()
                .stream()
                .map(one -> one.link().isEmpty() ? one.title() : one.title() + ProgrammeForm.BETWEEN + one.link())
                .collect(Collectors.joining("\n"));
        return new ProgrammeForm(saved.name(), "", saved.description(), things, "" + saved.version());
    }

    /**
     * @param form checked by {@link #check}
     * @return false, with nothing written, when it has changed since the form was filled
     * @throws AccessDeniedException for anybody but the organiser
     * @throws DuplicateKeyException when there is another of this name
     */
    @Transactional
    boolean edit(String slug, ProgrammeForm form, long viewer) {
        Saved saved = saved(slug, viewer);
        int done = jdbc.sql("""
                        update programme set name = :name, description = :description, version = version + 1
                        where id = :id and version = :version""")
                .param("name", form.name())
                .param("description", form.description())
                .param("id", saved.id())
                .param("version", form.version().isEmpty() ? -1 : Integer.parseInt(form.version()))
                .update();
        if (done == 1) {
            write(saved.id(), form.lines());
        }
        return done == 1;
    }
}
