/** Threads of comments on any subject; it knows who writes, and never what is talked about. */
@ApplicationModule(allowedDependencies = {"web", "account", "librarian"})
@NullMarked
package org.shelfmates.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
