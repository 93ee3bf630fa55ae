package org.shelfmates.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What there is to talk about, of all modules, and who may: the one place where that is asked. */
@Component
public class Subjects {

    private final Map<String, SubjectKind> kinds;

    Subjects(List<SubjectKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SubjectKind::kind, Function.identity()));
    }

    private SubjectKind kind(Subject subject) {
        // nobody's, if it is of no module, or of one that only a newer version beside this one has
        return Optional.ofNullable(kinds.get(subject.kind())).orElseThrow(NotFoundException::new);
    }

    /** As {@link SubjectKind#readers}. */
    public Optional<Set<Long>> readers(Subject subject) {
        return kind(subject).readers(subject.id());
    }

    /** As {@link SubjectKind#letters}. */
    public boolean letters(Subject subject) {
        return kind(subject).letters();
    }

    /**
     * @param viewer a librarian, or null for strangers and guests
     * @throws NotFoundException for whoever may not read what is said of it: they are not told that there is something
     */
    public void requireReader(Subject subject, @Nullable Long viewer) {
        if (!kind(subject).mayRead(subject.id(), viewer)) {
            throw new NotFoundException();
        }
    }

    /**
     * @throws NotFoundException for whoever may not even read it
     * @throws AccessDeniedException for whoever may, and may say nothing
     */
    public void requireWriter(Subject subject, @Nullable Long librarian) {
        requireReader(subject, librarian);
        if (librarian != null && !kind(subject).mayWrite(subject.id(), librarian)) {
            throw new AccessDeniedException("nothing is said there any more");
        }
    }

    /** As {@link SubjectKind#topic}. */
    public SubjectKind.Topic topic(Subject subject, @Nullable Long viewer) {
        return kind(subject).topic(subject.id(), viewer);
    }

    /** By one statement for each kind. What is gone, or not for this viewer, is left out. */
    public Map<Subject, SubjectKind.Title> titles(Collection<Subject> subjects, @Nullable Long viewer) {
        Map<Subject, SubjectKind.Title> titles = new HashMap<>();
        subjects.stream().collect(Collectors.groupingBy(Subject::kind)).forEach((kind, some) -> {
            SubjectKind known = kinds.get(kind); // a newer version that runs beside this one may know more
            if (known != null) {
                titles.putAll(known.titles(some, viewer));
            }
        });
        return titles;
    }
}
