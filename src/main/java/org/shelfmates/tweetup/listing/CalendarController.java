package org.shelfmates.tweetup.listing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.tweetup.TweetupFilter;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A month of tweetups. */
@Controller
class CalendarController {

    private static final String ADDRESS = "/tweetups/calendar";
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int FARTHEST = 500;
    private static final int MONTHS_AWAY = 36;

    private final TweetupCalendar calendar;
    private final Places places;
    private final Clock clock;

    CalendarController(TweetupCalendar calendar, Places places, Clock clock) {
        this.calendar = calendar;
        this.places = places;
        this.clock = clock;
    }

    /**
     * @param month such as {@code 2027-03}, or empty for this one
     * @param near the name of a place, or {@code place} its id
     * @param within how many kilometres from it
     */
    @PublicPage
    @GetMapping(ADDRESS)
    String month(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String near,
            @RequestParam @Nullable Long place,
            @RequestParam(defaultValue = "" + TweetupFilter.WITHIN) int within,
            Locale language,
            Model model) {
        BadRequestException.unless(within >= 1 && within <= FARTHEST && near.length() <= 200, "distance or name");
        Place centre = places.choose(Objects.toString(place, ""), near).best();
        // today is where the place is; without one nobody's midnight is better than another's
        LocalDate today = LocalDate.now(clock.withZone(centre == null ? ZoneOffset.UTC : centre.zoneId()));
        YearMonth now = YearMonth.from(today);
        YearMonth shown = month.isEmpty() ? now : parse(month);
        if (!reaches(now, shown)) {
            throw new NotFoundException();
        }
        YearMonth before = shown.minusMonths(1);
        YearMonth after = shown.plusMonths(1);
        model.addAttribute("calendar", calendar.month(shown, today, centre, within));
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("near", centre == null ? near : centre.label(language));
        model.addAttribute("place", centre);
        model.addAttribute("within", within);
        model.addAttribute("unknownPlace", centre == null && (place != null || !near.isBlank()));
        model.addAttribute("before", reaches(now, before) ? before : null);
        model.addAttribute("beforeAddress", address(before, centre, within));
        model.addAttribute("after", reaches(now, after) ? after : null);
        model.addAttribute("afterAddress", address(after, centre, within));
        model.addAttribute(
                "list",
                TweetupFilter.only(TweetupCards.Show.COMING, centre, within).address(null));
        return "tweetup/calendar";
    }

    private static YearMonth parse(String month) {
        try {
            if (MONTH.matcher(month).matches()) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException e) {
            // made up: answered below
        }
        throw new BadRequestException("no such month");
    }

    private static boolean reaches(YearMonth now, YearMonth month) {
        return Math.abs(ChronoUnit.MONTHS.between(now, month)) <= MONTHS_AWAY;
    }

    static String address(@Nullable YearMonth month, @Nullable Place near, int within) {
        var address = UriComponentsBuilder.fromPath(ADDRESS);
        if (month != null) {
            address.queryParam("month", month);
        }
        if (near != null) {
            address.queryParam("place", near.id()).queryParam("within", within);
        }
        return address.toUriString();
    }
}
