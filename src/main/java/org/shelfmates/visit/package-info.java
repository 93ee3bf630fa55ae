/** Visits: who comes where from elsewhere, from one day to another, and who is told. */
@ApplicationModule(
        allowedDependencies = {"web", "place", "account", "librarian", "librarian :: exchange", "librarian :: wish"})
@NullMarked
package org.shelfmates.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
