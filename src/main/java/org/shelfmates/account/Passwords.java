package org.shelfmates.account;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: Argon2id (RFC 9106), with bcrypt understood for accounts that come from elsewhere. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Bounded(new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder())));
    }

    /** Each Argon2id takes 16 MB and a whole core: a crowd at the door waits in line instead of taking the memory. */
    private record Bounded(PasswordEncoder encoder, Semaphore turns) implements PasswordEncoder {

        Bounded(PasswordEncoder encoder) {
            this(encoder, new Semaphore(Runtime.getRuntime().availableProcessors(), true));
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            turns.acquireUninterruptibly();
            try {
                return encoder.encode(password);
            } finally {
                turns.release();
            }
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            turns.acquireUninterruptibly();
            try {
                return encoder.matches(password, encoded);
            } finally {
                turns.release();
            }
        }

        @Override
        public boolean upgradeEncoding(@Nullable String encoded) {
            return encoder.upgradeEncoding(encoded);
        }
    }
}
