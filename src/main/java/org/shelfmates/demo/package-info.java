/**
 * Communities to try and to measure with: the demo and the seeder for size. Like a test fixture it writes the tables of
 * the other modules by plain SQL, hundreds or millions of rows at a time, and calls none of them.
 */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package org.shelfmates.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
