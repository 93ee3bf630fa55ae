/** City groups and who belongs to them. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "place",
            "account",
            "picture",
            "librarian",
            "venue",
            "venue :: directory",
            "venue :: appeal",
            "conversation"
        })
@NullMarked
package org.shelfmates.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
