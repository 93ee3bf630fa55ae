package org.shelfmates.account;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Somebody has an address that they have not confirmed yet, and waits for the mail that lets them.
 *
 * @param language that they read, as a BCP 47 tag
 */
public record ConfirmationRequested(long accountId, String language) {

    static ConfirmationRequested of(long accountId) {
        return new ConfirmationRequested(
                accountId, LocaleContextHolder.getLocale().toLanguageTag());
    }
}
