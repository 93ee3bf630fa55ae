/** The pages that put the modules side by side: home, a place, one's own page. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "place",
            "account",
            "librarian",
            "librarian :: suggest",
            "librarian :: follow",
            "librarian :: wish",
            "group",
            "group :: board",
            "tweetup",
            "conversation",
            "conversation :: ledger",
            "venue",
            "venue :: directory",
            "venue :: appeal",
            "visit"
        })
@NullMarked
package org.shelfmates.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
