/** What happens before there is an application: the PostgreSQL that it brings along, and one clear line when it cannot start. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shelfmates.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
