/** Tweetups: plans, invitations, RSVPs and the waiting list. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "place",
            "account",
            "librarian",
            "group",
            "conversation",
            "conversation :: edit",
            "conversation :: ledger",
            "picture",
            "venue",
            "venue :: appeal"
        })
@NullMarked
package org.shelfmates.tweetup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
