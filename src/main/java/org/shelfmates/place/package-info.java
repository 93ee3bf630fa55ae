/** The gazetteer: places and their names, distances between them, and maps. */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.shelfmates.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
