package org.shelfmates.tweetup.edit;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.tweetup.Details;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans a tweetup like another: its words, its place and its details, and nobody's answers. */
@Service
class Copying {

    private final Plans plans;
    private final PartEditing parts;
    private final Places places;
    private final JdbcClient jdbc;

    Copying(Plans plans, PartEditing parts, Places places, JdbcClient jdbc) {
        this.plans = plans;
        this.parts = parts;
        this.places = places;
        this.jdbc = jdbc;
    }

    /**
     * @param from a tweetup that they plan
     * @return a form without a date
     * @throws NotFoundException when there is none of this id
     * @throws AccessDeniedException for anybody but its planners
     */
    @Transactional(readOnly = true)
    TweetupForm form(long from, Viewer planner) {
        record Row(
                boolean mine,
                String title,
                String plan,
                @Nullable String slug,
                long placeId,
                String venue,
                @Nullable Long venueId,
                @Nullable Integer capacity,
                boolean free,
                boolean stepFree) {}
        Row row = jdbc.sql("""
                        select exists (select from planner where tweetup_id = t.id and librarian_id = :planner) as mine,
                            t.title, t.plan, g.slug, t.place_id, t.venue, t.venue_id, t.capacity, t.free, t.step_free
                        from tweetup t left join city_group g on g.id = t.group_id where t.id = :from""")
                .param("planner", planner.id())
                .param("from", from)
                .query(Row.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!row.mine()) {
            throw new AccessDeniedException("not a planner of tweetup " + from);
        }
        Place place = places.byId(row.placeId()).orElseThrow();
        return new TweetupForm(
                row.title(),
                row.plan(),
                row.slug(),
                Long.toString(place.id()),
                place.label(LocaleContextHolder.getLocale()),
                row.venueId() == null ? row.venue() : "",
                row.venueId() == null ? "" : row.venueId().toString(),
                "",
                "",
                row.capacity() == null ? "" : row.capacity().toString(),
                Long.toString(from),
                "",
                row.free() ? "true" : "",
                row.stepFree() ? "true" : "",
                "");
    }

    /**
     * Gives a new tweetup the details, companions and parts of the one that it is like, in the transaction that makes it.
     *
     * @param from its id as a form sent it, or empty for none
     */
    void onto(String from, Tweetup made, long planner) {
        if (from.isEmpty()) {
            return;
        }
        BadRequestException.unless(from.matches("\\d{1,18}"), "no id");
        Tweetup source = plans.planned(Long.parseLong(from), planner);
        Details told = source.details();
        boolean greets = told.greeterId() != null && told.greeterId() == planner;
        made.describe(new Details(
                told.hashtag(),
                told.cost(),
                told.access(),
                told.lastConnection(),
                told.bring(),
                told.sign(),
                greets ? told.greeterId() : null));
        made.allow(source.companionsMax());
        parts.copy(source.id(), made.id());
    }
}
