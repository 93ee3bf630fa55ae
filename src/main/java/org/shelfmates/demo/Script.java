package org.shelfmates.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What the demo community consists of, as the files under {@code demo/} tell it; each explains itself at its top. */
final class Script {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** An end of line that is neither next to an empty line nor before an item of a list. */
    private static final Pattern WRAP = Pattern.compile("(?<=\\S) *\\n *(?=\\S)(?![-*] |\\d+\\. )");

    private Script() {}

    /**
     * @param place country and slug, such as {@code gb/cardiff}
     * @param sectors divided by commas; so are interests and groups
     * @param joined days before the first start
     */
    record Someone(
            String handle,
            String name,
            String place,
            String work,
            String sectors,
            String interests,
            String groups,
            int joined,
            String about) {}

    /**
     * @param radius in kilometres
     * @param founded days before the first start
     * @param members handles of those who stand here and not in people.tsv
     * @param admission of {@code group.Admission}, null for OPEN
     * @param requests handle to answer, of those who ask to join
     * @param invited handles of those who are asked in and have not answered
     */
    record Group(
            String slug,
            String name,
            String place,
            int radius,
            int founded,
            List<String> organisers,
            @Nullable List<String> members,
            @Nullable String admission,
            @Nullable String question,
            @Nullable Map<String, String> requests,
            @Nullable List<String> invited,
            String description) {

        Group {
            members = members == null ? List.of() : members;
            requests = requests == null ? Map.of() : requests;
            invited = invited == null ? List.of() : invited;
            description = unwrapped(description);
        }
    }

    /**
     * @param first its first day, in days after the first start; likewise last
     * @param tweetups titles of those that hang on it
     */
    record Occasion(
            String slug,
            String name,
            String place,
            int first,
            int last,
            String link,
            String maker,
            String words,
            List<String> present,
            List<String> tweetups) {

        Occasion {
            words = unwrapped(words);
        }
    }

    /**
     * @param begun days after the first start, so negative
     * @param day likewise, of the tweetup itself; null before there is a date
     * @param going handle to note, in the order of asking; so are maybe and away
     * @param dates what a poll asks about; so are venues
     */
    record Meeting(
            String title,
            @Nullable String group,
            String place,
            @Nullable String state,
            int begun,
            @Nullable Integer day,
            @Nullable LocalTime from,
            @Nullable Double hours,
            @Nullable String venue,
            @Nullable Integer capacity,
            @Nullable Boolean free,
            @Nullable Boolean stepFree,
            List<String> planners,
            String plan,
            @Nullable Map<String, @Nullable String> going,
            @Nullable Map<String, @Nullable String> maybe,
            @Nullable Map<String, @Nullable String> away,
            @Nullable List<Remark> comments,
            @Nullable List<Remark> afterwards,
            @Nullable String recap,
            @Nullable List<Option> dates,
            @Nullable List<Option> venues) {

        Meeting {
            plan = unwrapped(plan);
            recap = recap == null ? null : unwrapped(recap);
        }
    }

    /**
     * A date or a venue, and who says what to it.
     *
     * @param day days after the first start, or the first such {@code weekday} from then on; null for a venue
     * @param can handles; so are perhaps and cannot
     */
    record Option(
            @Nullable Integer day,
            @Nullable DayOfWeek weekday,
            @Nullable LocalTime from,
            @Nullable Double hours,
            @Nullable String venue,
            @Nullable String cost,
            @Nullable Integer capacity,
            @Nullable String access,
            @Nullable List<String> can,
            @Nullable List<String> perhaps,
            @Nullable List<String> cannot) {}

    /** @param re the number of the comment that it answers, from 1 */
    record Remark(String by, @Nullable Integer re, String says) {

        Remark {
            says = unwrapped(says);
        }
    }

    static List<Someone> people() {
        return text("people.tsv").lines().skip(1).map(Script::someone).toList();
    }

    private static Someone someone(String line) {
        String[] f = line.split("\t", -1);
        return new Someone(f[0], f[1], f[2], f[3], f[4], f[5], f[6], Integer.parseInt(f[7]), f[8].replace("\\n", "\n"));
    }

    static List<Group> groups() {
        return List.of(yaml("groups.yaml", Group[].class));
    }

    static List<Meeting> meetings() {
        return List.of(yaml("tweetups.yaml", Meeting[].class));
    }

    /**
     * @param organiser the handle of whoever organises it
     * @param members handles, of whom the first {@code shown} let themselves be seen
     * @param things their titles, in order
     */
    record Programme(
            String slug,
            String name,
            String organiser,
            String description,
            List<String> members,
            int shown,
            List<String> things) {

        Programme {
            description = unwrapped(description);
        }
    }

    static List<Programme> programmes() {
        return List.of(yaml("programmes.yaml", Programme[].class));
    }

    /** What somebody says more of themselves; links as the column {@code librarian.links} holds them. */
    record Card(
            String handle,
            @Nullable String pronouns,
            @Nullable String stage,
            List<String> languages,
            @Nullable List<String> offers,
            @Nullable String lookingFor,
            @Nullable List<String> links) {}

    static List<Card> cards() {
        return List.of(yaml("cards.yaml", Card[].class));
    }

    /** @param first days after the first start; likewise last */
    record Visit(String who, String place, int first, int last, String words) {}

    static List<Visit> visits() {
        return List.of(yaml("visits.yaml", Visit[].class));
    }

    /**
     * A space; what is null is not known.
     *
     * @param amount in the smallest unit of the country's currency; so is deposit
     * @param added days before the first start; likewise confirmed
     * @param tweetups titles of those that are at it
     */
    record Venue(
            String name,
            String kind,
            String place,
            @Nullable String address,
            @Nullable String directions,
            @Nullable String stop,
            @Nullable String last,
            String cost,
            @Nullable Integer amount,
            @Nullable Integer deposit,
            @Nullable Integer capacity,
            @Nullable Boolean circulate,
            @Nullable String noise,
            @Nullable Boolean stepFree,
            @Nullable Boolean toilets,
            @Nullable Boolean hearingLoop,
            @Nullable Boolean childFriendly,
            @Nullable Boolean wifi,
            @Nullable Boolean power,
            @Nullable String hours,
            @Nullable String booking,
            @Nullable String host,
            String by,
            int added,
            @Nullable String confirmer,
            @Nullable Integer confirmed,
            @Nullable List<String> tweetups) {}

    static List<Venue> venues() {
        return List.of(yaml("venues.yaml", Venue[].class));
    }

    /** @param ago days before the first start */
    record BoardPost(
            String group,
            String kind,
            String title,
            String by,
            int ago,
            @Nullable Boolean pinned,
            String says,
            List<Remark> answers) {

        BoardPost {
            says = unwrapped(says);
        }
    }

    static List<BoardPost> boards() {
        return List.of(yaml("boards.yaml", BoardPost[].class));
    }

    static List<Occasion> occasions() {
        return List.of(yaml("occasions.yaml", Occasion[].class));
    }

    /**
     * Markdown as people type it. The files wrap their lines to be readable, and the site shows every end of a line as
     * one; YAML's own folding would join paragraphs that one empty line divides.
     */
    static String unwrapped(String markdown) {
        return WRAP.matcher(markdown.strip()).replaceAll(" ");
    }

    private static <T> T yaml(String file, Class<T> type) {
        return MAPPER.convertValue(new Yaml().load(text(file)), type);
    }

    static String text(String file) {
        try (InputStream in = new ClassPathResource("demo/" + file).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
