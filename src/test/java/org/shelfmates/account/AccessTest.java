package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Assets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds docs/access.md, the table of who may do what, against every route that there is. */
@ShelfmatesTest
class AccessTest {

    private static final Path TABLE = Path.of("docs/access.md");

    /** Answered by filters of Spring Security, not by a controller. */
    private static final Set<String> BY_FILTER = Set.of("POST /sign-in", "POST /sign-out");

    /** There only where no mail server is set up. */
    private static final Set<String> ONLY_EMBEDDED = Set.of("GET /outbox", "GET /outbox/{name}");

    /** Not asked for by anybody: where the server itself sends a request that failed. */
    private static final String INTERNAL = "GET /error";

    private static final Pattern REGEX = Pattern.compile("\\{(\\*?\\w+):(?:[^{}]|\\{[^{}]*})*}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Assets assets;

    private Someone someone;
    private long tweetup;
    private String group;
    private String occasion;
    private long series;
    private long comment;
    private long others;

    private record Rule(String stranger, String librarian) {}

    @BeforeEach
    void somethingAtEveryAddress() {
        someone = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("Guarded tea", Community.CARDIFF, someone, null);
        group = community.group(
                "Guarded readers", Community.CARDIFF, someone, community.librarian("Gwen", Community.CARDIFF));
        community.organise(group, someone);
        series = community
                .series("Guarded Thursdays", Community.CARDIFF, someone, 2)
                .id();
        comment = community.comment(tweetup, someone, "Guarded words", null);
        others =
                community.comment(tweetup, community.librarian("Tom Price", Community.CARDIFF), "Other words", comment);
        occasion = community.occasion("Guarded festival", Community.CARDIFF, someone, 9);
    }

    private static Map<String, Rule> table() throws IOException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            List<String> cells = Stream.of(line.replace("`", "").split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (cells.size() >= 6 && cells.get(1).matches("GET|POST")) {
                rules.put(
                        cells.get(1) + " " + REGEX.matcher(cells.get(2)).replaceAll("{$1}"),
                        new Rule(cells.get(3), cells.get(4)));
            }
        }
        return rules;
    }

    private Set<String> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(AccessTest::routes)
                .filter(route -> !route.equals(INTERNAL))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .map(pattern -> REGEX.matcher(pattern).replaceAll("{$1}"))
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> method + " " + pattern));
    }

    @Test
    void everyRouteStandsInTheTable() throws IOException {
        assertThat(table().keySet()).containsAll(routes()).containsAll(BY_FILTER);
    }

    @Test
    void everyRowOfTheTableIsARoute() throws IOException {
        Set<String> rows = new TreeSet<>(table().keySet());
        rows.removeAll(BY_FILTER);
        rows.removeAll(ONLY_EMBEDDED);
        rows.remove(INTERNAL);

        assertThat(rows).isSubsetOf(routes());
    }

    @Test
    void strangersMayDoWhatTheTableSays() throws IOException {
        var softly = new SoftAssertions();
        table().forEach((route, rule) -> check(softly, "stranger: " + route, rule.stranger(), ask(route, null)));
        softly.assertAll();
    }

    @Test
    void librariansMayDoWhatTheTableSays() throws IOException {
        var softly = new SoftAssertions();
        table().forEach((route, rule) -> check(softly, "librarian: " + route, rule.librarian(), ask(route, someone)));
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, String what, String rule, Page answer) {
        boolean toTheDoor = answer.location() != null && answer.location().startsWith("/sign-in");
        if (rule.startsWith("yes")) {
            softly.assertThat(answer.status()).as(what).isNotIn(401, 403, 405).isLessThan(500);
            softly.assertThat(toTheDoor)
                    .as(what + " leads to " + answer.location())
                    .isFalse();
        } else if (rule.equals("sign in first")) {
            softly.assertThat(answer.status()).as(what).isEqualTo(303);
            softly.assertThat(toTheDoor)
                    .as(what + " leads to " + answer.location())
                    .isTrue();
        } else {
            softly.assertThat(answer.status()).as(what + ": " + rule).isIn(400, 401, 403, 404);
        }
    }

    private Page ask(String route, Someone who) {
        String[] words = route.split(" ");
        String address = address(words[1]);
        if (words[0].equals("GET")) {
            return who == null ? pages.get(address) : pages.get(address, who);
        }
        // a wrong password would answer 401, which is what is looked for
        String[] fields = words[1].equals("/sign-in")
                ? new String[] {"username", someone.handle(), "password", Community.PASSWORD}
                : new String[0];
        return who == null ? pages.postAsStranger(address, fields) : pages.post(address, who, fields);
    }

    private String address(String route) {
        if (route.startsWith("/assets/")) {
            return assets.url("site.css");
        }
        return route.replace("/places/{country}/{slug}", "/places/gb/cardiff")
                .replace("/groups/{slug}", "/groups/" + group)
                .replace("/occasions/{slug}", "/occasions/" + occasion)
                .replace("/comments/{id}/reactions", "/comments/" + others + "/reactions")
                .replace("/comments/{id}", "/comments/" + comment)
                .replace("/series/{id}/{slug}", "/series/" + series + "/a-tweetup")
                .replace("/series/{id}", "/series/" + series)
                .replace("/tweetups/{id}/{slug}", "/tweetups/" + tweetup + "/a-tweetup")
                .replace("/tweetups/{id}", "/tweetups/" + tweetup)
                .replace("/threads/{id}", "/threads/0")
                .replace("{handle}", someone.handle())
                .replaceAll("\\{(id|poll|option|proposal|picture|comment|thread|revision|suggestion)}", "0")
                .replaceAll("\\{\\*?\\w+}", "something");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/me/nothing",
                "/admin",
                "/actuator",
                "/actuator/health",
                "/groups/a/b/c",
                "/login",
                "/h2-console"
            })
    void whatIsNoRouteIsNotFoundByAnybody(String address) {
        assertThat(pages.get(address).status()).isEqualTo(404);
        assertThat(pages.get(address, someone).status()).isEqualTo(404);
        assertThat(pages.postAsStranger(address).status()).isEqualTo(404);
        assertThat(pages.post(address, someone).status()).isEqualTo(404);
    }

    @Test
    void whatTakesAnAccountToReadTakesOneInEverySpelling() {
        for (String address : List.of("/me", "/me/", "/ME", "/me;a=b", "/me%2f", "//me", "/./me", "/me.html")) {
            Page answer = pages.get(address);
            assertThat(answer.status()).as(address).isIn(303, 400, 404);
            assertThat(answer.html().text()).as(address).doesNotContain("Your page");
        }
    }
}
