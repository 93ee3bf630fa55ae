/** Librarians: signing up, profiles, interests, sectors, follows and the directory. */
@ApplicationModule(allowedDependencies = {"web", "place", "account", "picture"})
@NullMarked
package org.shelfmates.librarian;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
