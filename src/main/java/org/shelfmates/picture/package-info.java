/** Pictures that people upload: made safe and small, stored, and served at addresses that nobody can guess. */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package org.shelfmates.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
