package org.shelfmates.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts. */
@Service
public class Registration {

    /** Shortest and longest password, in UTF-16 units as HTML's {@code maxlength} counts them. */
    public static final int PASSWORD_MIN = 12;

    public static final int PASSWORD_MAX = 256;

    /** Of zxcvbn's five steps, the first that is neither a known password nor one guess in a million. */
    private static final int STRONG_ENOUGH = 2;

    /** zxcvbn's time grows with the square of the length; a longer password is no weaker than its beginning. */
    private static final int JUDGED = 64;

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "moderator",
            "moderation",
            "shelfmates",
            "support",
            "help",
            "root",
            "system",
            "new",
            "me",
            "everyone",
            "following",
            "followers",
            "librarian",
            "librarians",
            "abuse",
            "postmaster",
            "about",
            "account",
            "accounts",
            "actuator",
            "api",
            "assets",
            "everybody",
            "comments",
            "contact",
            "credits",
            "delete",
            "edit",
            "error",
            "false",
            "follow",
            "unfollow",
            "groups",
            "guest",
            "here",
            "home",
            "info",
            "ledger",
            "login",
            "logout",
            "mail",
            "nobody",
            "null",
            "occasions",
            "official",
            "organiser",
            "picture",
            "pictures",
            "places",
            "planner",
            "privacy",
            "profile",
            "programmes",
            "security",
            "series",
            "settings",
            "search",
            "sign-in",
            "sign-out",
            "sign-up",
            "signin",
            "signup",
            "staff",
            "terms",
            "test",
            "true",
            "tweetup",
            "tweetups",
            "undefined",
            "user",
            "users",
            "venues",
            "visits",
            "webmaster",
            "welcome",
            "www");

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Zxcvbn strength = new Zxcvbn();

    Registration(Accounts accounts, PasswordEncoder encoder, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a handle would be mistaken for the site or for one of its pages. */
    public static boolean reserved(String handle) {
        return RESERVED.contains(handle);
    }

    /**
     * Whether somebody may still take a handle: it is no word of ours, and nobody has it or had it.
     *
     * @param handle in lower case
     */
    @Transactional(readOnly = true)
    public boolean available(String handle) {
        return !reserved(handle) && !accounts.existsByHandle(handle) && !accounts.existsPastHandle(handle);
    }

    /**
     * Whether a password is in the list of known ones, or little more than what is known about the person.
     *
     * @param known the name, handle and address
     */
    public boolean tooCommon(String password, List<String> known) {
        String judged = password.substring(0, Math.min(JUDGED, password.length()));
        return weak(judged, known) || weak(without(known, judged), known);
    }

    private boolean weak(String password, List<String> known) {
        return strength.measure(password, known).getScore() < STRONG_ENOUGH;
    }

    /** zxcvbn forgives a known word that is joined to another; what is left without them must be strong by itself. */
    private static String without(List<String> known, String password) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : String.join(" ", known).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2) {
                rest = rest.replace(word, "");
            }
        }
        return rest;
    }

    /**
     * Opens an account and asks for its address to be confirmed ({@link ConfirmationRequested}). An address that somebody
     * else has confirmed makes no difference here: only its owner is told, by mail.
     *
     * @param handle in lower case
     * @return the account's id
     * @throws HandleTakenException when somebody has the handle, even if they took it at the same moment
     */
    @Transactional
    public long open(String handle, String email, String password) {
        try {
            Account account =
                    accounts.saveAndFlush(new Account(handle, email, encoder.encode(password), clock.instant()));
            events.publishEvent(ConfirmationRequested.of(account.id()));
            return account.id();
        } catch (DataIntegrityViolationException e) {
            throw new HandleTakenException(e);
        }
    }
}
