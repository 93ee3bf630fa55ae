package org.shelfmates.librarian;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.DirectoryFilter.Sort;
import org.shelfmates.librarian.card.Offer;

/**
 * Where one can go on from a page of the directory: every way is an address.
 *
 * @param sorts the orders there are
 * @param sectors narrower by a sector of those found; empty where one is chosen
 * @param interests likewise by an interest
 * @param wider what may be left out
 */
record DirectoryWays(List<Way> sorts, List<Way> sectors, List<Way> interests, List<Way> wider) {

    /**
     * @param word of what it is: a sort, a sector, an interest, or the name of a field that is left out
     * @param here whether it is taken
     */
    public record Way(String word, int people, String address, boolean here) {}

    static DirectoryWays of(DirectoryFilter filter, Facets.Counts counts) {
        return new DirectoryWays(
                Stream.of(Sort.values())
                        .filter(sort -> sort != Sort.DISTANCE || filter.place() != null)
                        .map(sort -> new Way(sort.name(), 0, filter.with(sort).address(null), sort == filter.order()))
                        .toList(),
                filter.sector() != null
                        ? List.of()
                        : counts.sectors().stream()
                                .map(facet -> way(facet, filter.with(Sector.valueOf(facet.word()))))
                                .toList(),
                !DirectoryFilter.blank(filter.interest())
                        ? List.of()
                        : counts.interests().stream()
                                .map(facet -> way(facet, filter.with(facet.word())))
                                .toList(),
                wider(filter));
    }

    private static Way way(Facets.Facet facet, DirectoryFilter narrower) {
        return new Way(facet.word(), facet.people(), narrower.address(null), false);
    }

    private static List<Way> wider(DirectoryFilter filter) {
        List<Way> wider = new ArrayList<>();
        add(wider, "interest", DirectoryFilter.blank(filter.interest()) ? null : filter.with((String) null));
        add(wider, "programme", DirectoryFilter.blank(filter.programme()) ? null : filter.withProgramme(null));
        add(wider, "offers", filter.offers() == null ? null : filter.with((Offer) null));
        add(wider, "sector", filter.sector() == null ? null : filter.with((Sector) null));
        add(wider, "q", DirectoryFilter.blank(filter.q()) ? null : filter.withWords(null));
        add(wider, "place", filter.place() == null ? null : filter.anywhere());
        return wider;
    }

    private static void add(List<Way> ways, String word, @Nullable DirectoryFilter without) {
        if (without != null) {
            ways.add(new Way(word, 0, without.address(null), false));
        }
    }
}
