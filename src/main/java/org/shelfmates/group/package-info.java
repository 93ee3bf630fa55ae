/** City groups and who belongs to them. */
@ApplicationModule(allowedDependencies = {"web", "place", "account", "librarian", "conversation"})
@NullMarked
package org.shelfmates.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
