/** What the product tells people, on the site and by mail, and the outbox where mails are kept when there is no mail server. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "place",
            "account",
            "librarian",
            "librarian :: exchange",
            "librarian :: introduction",
            "librarian :: suggest",
            "conversation",
            "group",
            "group :: board",
            "librarian :: wish",
            "visit",
            "venue",
            "venue :: appeal",
            "tweetup",
            "tweetup :: guests",
            "tweetup :: poll",
            "tweetup :: talk"
        })
@NullMarked
package org.shelfmates.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
