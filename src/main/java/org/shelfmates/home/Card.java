package org.shelfmates.home;

import org.jspecify.annotations.Nullable;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Profile;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.Markdown;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What one's own page and everybody's profile both show: the card, where somebody is going, and their groups. */
@Component
class Card {

    private static final int AHEAD = 20;

    private final TweetupCards tweetups;
    private final Groups groups;
    private final Markdown markdown;

    Card(TweetupCards tweetups, Groups groups, Markdown markdown) {
        this.tweetups = tweetups;
        this.groups = groups;
        this.markdown = markdown;
    }

    /** @param reader who looks, or null for a stranger */
    void show(Profile profile, @Nullable Long reader, Model model) {
        long id = profile.card().person().id();
        model.addAttribute("profile", profile);
        model.addAttribute("about", markdown.html(profile.about()));
        model.addAttribute("groups", groups.of(id, reader));
        model.addAttribute("tweetups", tweetups.ahead(id, reader, AHEAD));
    }
}
