/** What two librarians say to each other in private: its page, and that it is nobody else's. */
@ApplicationModule(allowedDependencies = {"web", "account", "librarian", "librarian :: exchange", "conversation"})
@NullMarked
package org.shelfmates.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
