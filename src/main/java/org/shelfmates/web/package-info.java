/** What every page shares: layout, forms, errors, paging, assets, rate limits and the pages kept for strangers. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shelfmates.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
