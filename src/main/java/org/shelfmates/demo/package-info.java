/** Communities to try and to measure with: the demo and the seeder for size. */
@ApplicationModule(allowedDependencies = {"web", "place", "account", "librarian", "group", "conversation", "tweetup"})
@NullMarked
package org.shelfmates.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
