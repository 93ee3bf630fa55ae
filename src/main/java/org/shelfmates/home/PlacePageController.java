package org.shelfmates.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Directory;
import org.shelfmates.librarian.DirectoryFilter;
import org.shelfmates.librarian.LibrarianCard;
import org.shelfmates.librarian.wish.Wishes;
import org.shelfmates.place.Atlas;
import org.shelfmates.place.MapDrawing;
import org.shelfmates.place.Place;
import org.shelfmates.tweetup.TweetupsNear;
import org.shelfmates.venue.directory.VenueDirectory;
import org.shelfmates.venue.directory.VenueFilter;
import org.shelfmates.visit.Visits;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A place: who is near, what is planned, and where nobody is yet, who and what is nearest. */
@Controller
class PlacePageController {

    private static final List<Integer> DISTANCES = List.of(10, 25, 50, 100);
    private static final int CARDS = 12;
    private static final int FEW = 6;

    private final Directory directory;
    private final Groups groups;
    private final TweetupsNear tweetups;
    private final Visits visits;
    private final VenueDirectory venues;
    private final Atlas atlas;

    PlacePageController(
            Directory directory,
            Groups groups,
            TweetupsNear tweetups,
            Visits visits,
            VenueDirectory venues,
            Atlas atlas) {
        this.directory = directory;
        this.groups = groups;
        this.tweetups = tweetups;
        this.visits = visits;
        this.venues = venues;
        this.atlas = atlas;
    }

    @PublicPage
    @GetMapping("/places/{country}/{slug}")
    String place(
            @PathVariable String country,
            @PathVariable String slug,
            @RequestParam(defaultValue = "25") int within,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        if (!DISTANCES.contains(within)) {
            throw new BadRequestException("distance");
        }
        VenueDirectory.Around around = venues.around(country, slug, within, FEW).orElseThrow(NotFoundException::new);
        Place place = around.place();
        var filter = DirectoryFilter.near(place, within);
        Long reader = viewer == null ? null : viewer.id();
        Directory.Found near = directory.find(filter, null, reader, CARDS);
        List<GroupCard> nearGroups = groups.near(place, within, FEW);
        TweetupsNear.Near plans = tweetups.around(place, within, FEW);
        List<Directory.Inhabited> inhabited =
                near.librarians().isEmpty() ? List.of() : directory.inhabitedNear(place, within, reader);
        Visits.Coming visitors = visits.around(place.id(), within, reader, FEW);
        model.addAttribute("appeals", around.appeals());
        model.addAttribute("coming", visitors);
        model.addAttribute("company", new Wishes.Company(company(near.librarians(), within), visitors.wished()));
        model.addAttribute("venues", around.venues());
        model.addAttribute("allVenues", VenueFilter.near(place, within).address(null));
        model.addAttribute("place", place);
        model.addAttribute("within", within);
        model.addAttribute("distances", DISTANCES);
        model.addAttribute("librarians", near.librarians());
        model.addAttribute(
                "people",
                inhabited.stream().mapToInt(Directory.Inhabited::librarians).sum());
        model.addAttribute("groups", nearGroups);
        model.addAttribute("tweetups", plans.coming());
        model.addAttribute("inhabited", inhabited);
        model.addAttribute("map", atlas.draw(place.coordinates(), within, markers(inhabited)));
        // what is nearest is told only where the circle is empty
        model.addAttribute(
                "nearestLibrarian",
                near.librarians().isEmpty() ? directory.nearest(place, reader).orElse(null) : null);
        model.addAttribute("nearestTweetup", plans.nearest());
        return "home/place";
    }

    /** How many of those who are listed, nearest first, make company; in a smaller circle nobody can say. */
    private static int company(List<LibrarianCard> near, int within) {
        return within < Wishes.WITHIN
                ? Wishes.ENOUGH
                : (int) near.stream()
                        .filter(card -> card.kilometres() != null && card.kilometres() <= Wishes.WITHIN)
                        .limit(Wishes.ENOUGH)
                        .count();
    }

    private static List<MapDrawing.Marker> markers(List<Directory.Inhabited> inhabited) {
        return inhabited.stream()
                .map(at -> new MapDrawing.Marker(at.name(), at.path(), at.at(), at.librarians()))
                .toList();
    }
}
