package org.shelfmates.group;

import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.venue.directory.VenueDirectory;
import org.shelfmates.venue.directory.VenueFilter;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The spaces to meet within a group's reach, nearest first. */
@Controller
class GroupVenuesController {

    private static final int PAGE_SIZE = 24;

    private final Groups groups;
    private final Places places;
    private final VenueDirectory venues;

    GroupVenuesController(Groups groups, Places places, VenueDirectory venues) {
        this.groups = groups;
        this.places = places;
        this.venues = venues;
    }

    @PublicPage
    @GetMapping("/groups/{slug}/venues")
    String venues(@PathVariable String slug, @RequestParam @Nullable String after, Model model) {
        GroupPage group = groups.bySlug(slug, null).orElseThrow(NotFoundException::new);
        Place place = places.byId(group.placeId()).orElseThrow(NotFoundException::new);
        VenueFilter filter = VenueFilter.near(place, group.card().radiusKm());
        VenueDirectory.Found found = venues.find(filter.with(VenueFilter.Sort.DISTANCE), place, after, PAGE_SIZE);
        String path = group.card().path() + "/venues";
        model.addAttribute("group", group);
        model.addAttribute("venues", found.venues());
        model.addAttribute("all", filter.address(null));
        model.addAttribute("next", found.next() == null ? null : path + "?after=" + found.next());
        model.addAttribute("first", after == null ? null : path);
        return "group/venues";
    }
}
