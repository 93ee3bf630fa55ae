/** The directory of spaces where people can meet, and appeals for one. */
@ApplicationModule(
        allowedDependencies = {"web", "place", "account", "librarian", "librarian :: exchange", "conversation"})
@NullMarked
package org.shelfmates.venue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
