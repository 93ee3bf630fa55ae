/** Who may enter: accounts, signing in and out, confirmed addresses, and the security rules of every address. */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.shelfmates.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
