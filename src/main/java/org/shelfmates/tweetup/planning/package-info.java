/** Planning together: planners, decisions, and settling when and where. */
@NullMarked
package org.shelfmates.tweetup.planning;

import org.jspecify.annotations.NullMarked;
