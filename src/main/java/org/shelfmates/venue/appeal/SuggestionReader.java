package org.shelfmates.venue.appeal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.venue.Venues;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** Reads what somebody suggests, says beside each field what is wrong with it, and shows the form. */
@Component
public class SuggestionReader {

    static final String PAGE = "venue/appeal/suggest";
    private static final int LONGEST_NAME = 120;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private final Places places;
    private final Venues venues;
    private final VenueChoices choices;

    SuggestionReader(Places places, Venues venues, VenueChoices choices) {
        this.places = places;
        this.venues = venues;
        this.choices = choices;
    }

    /** An empty form: at the place of the appeal. */
    public SuggestionForm blank(Appeal appeal) {
        String place = places.byId(appeal.placeId())
                .map(known -> known.label(LocaleContextHolder.getLocale()))
                .orElse("");
        return new SuggestionForm("", "", "", null, place, "", "", "", "");
    }

    /**
     * @param name what venues near the appeal's place are to be called that are offered, may be empty
     * @return the template
     */
    public String show(Appeal appeal, SuggestionForm form, String name, Model model) {
        model.addAttribute("appeal", appeal);
        model.addAttribute("form", form);
        String looked = name.strip();
        String like = looked.substring(0, Math.min(looked.length(), LONGEST_NAME));
        model.addAttribute("q", like);
        VenueCard chosen = chosen(form);
        model.addAttribute("chosen", chosen == null ? null : chosen.id());
        model.addAttribute("venues", choices.near(appeal.placeId(), appeal.people(), appeal.hours(), like, chosen));
        model.addAttribute("kinds", VenueKind.values());
        model.addAttribute("models", Cost.Model.values());
        return PAGE;
    }

    /** The same when the appeal takes no suggestions any more: nothing that was written is lost. */
    public String refused(Appeal appeal, SuggestionForm form, NotAsItWasException why, Model model) {
        model.addAttribute("refused", why instanceof AppealFullException ? "full" : "closed");
        return show(appeal, form, "", model);
    }

    /** One that was merged is the one that it turned out to be. */
    private @Nullable VenueCard chosen(SuggestionForm form) {
        return form.fresh() ? null : venues.find(Long.parseLong(form.venue())).orElse(null);
    }

    /**
     * @param model gets the places to choose from where the name means several
     * @return empty when something is wrong with it
     */
    public Optional<Draft> read(SuggestionForm form, Errors errors, Model model) {
        if (!form.fresh()) {
            boolean known = !errors.hasFieldErrors("venue")
                    && venues.find(Long.parseLong(form.venue())).isPresent();
            BadRequestException.unless(known, "no such venue");
            return errors.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Draft(Long.valueOf(form.venue()), null, form.note()));
        }
        if (form.venueName().isEmpty()) {
            errors.rejectValue("venueName", "appeal.venue.missing");
        }
        Optional<VenueKind> kind = one(VenueKind.values(), form.kind());
        if (kind.isEmpty()) {
            errors.rejectValue("kind", "appeal.kind.missing");
        }
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", choice.choices());
        Cost.Model cost = one(Cost.Model.values(), form.cost()).orElse(Cost.Model.UNKNOWN);
        Place place = choice.chosen();
        if (!form.amount().isEmpty() && !cost.asksMoney()) {
            errors.rejectValue("amount", cost == Cost.Model.FREE ? "venue.amount.free" : "venue.amount.model");
        }
        Integer amount = place == null || errors.hasFieldErrors("amount") ? null : amount(form, place, errors);
        return errors.hasErrors() || place == null || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        null,
                        new NewVenue(form.venueName(), kind.get(), place, form.address(), cost, amount),
                        form.note()));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static @Nullable Integer amount(SuggestionForm form, Place place, Errors errors) {
        if (form.amount().isEmpty()) {
            return null;
        }
        int digits = Math.max(0, Cost.currencyOf(place.country()).getDefaultFractionDigits());
        BigDecimal smallest = new BigDecimal(form.amount().replace(',', '.')).movePointRight(digits);
        if (smallest.stripTrailingZeros().scale() > 0 || smallest.signum() <= 0 || smallest.compareTo(MOST) > 0) {
            errors.rejectValue("amount", "appeal.amount.wrong");
            return null;
        }
        return smallest.intValueExact();
    }
}
