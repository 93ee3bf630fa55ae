package org.shelfmates.account;

import java.time.Duration;
import org.shelfmates.web.RateLimits;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by handle or e-mail. Wrong passwords are counted for a name <em>from one network address</em>, so that nobody
 * can lock another out, and for the network address alone, so that nobody tries one password on every name.
 */
@Component
class SignInProvider implements AuthenticationProvider, UserDetailsService {

    private static final int TRIES_FOR_A_NAME = 10;
    private static final int TRIES_FROM_AN_ADDRESS = 300;
    private static final Duration PER = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final RateLimits limits;
    private final DaoAuthenticationProvider passwords;

    SignInProvider(Accounts accounts, RateLimits limits, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.limits = limits;
        this.passwords = new DaoAuthenticationProvider(this);
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String name = attempt.getName().toLowerCase(java.util.Locale.ROOT) + ' ' + address;
        // taken first: of many tries at once none passes because the others are not counted yet
        if (!limits.tryTake("sign-in", name, TRIES_FOR_A_NAME, PER).isZero()
                || !limits.tryTake("sign-in-from", address, TRIES_FROM_AN_ADDRESS, PER)
                        .isZero()) {
            throw new LockedException("too many tries");
        }
        Authentication signedIn = passwords.authenticate(attempt);
        limits.giveBack("sign-in", name, TRIES_FOR_A_NAME, PER);
        limits.giveBack("sign-in-from", address, TRIES_FROM_AN_ADDRESS, PER);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new UsernameNotFoundException("no name");
        }
        return (name.contains("@")
                        ? accounts.findByEmail(name)
                        : accounts.findByHandle(name.toLowerCase(java.util.Locale.ROOT)))
                .map(account -> new Viewer(
                        account.id(),
                        account.handle(),
                        account.password(),
                        account.role().name()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }
}
