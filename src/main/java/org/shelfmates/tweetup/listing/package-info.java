/** Finding tweetups: the list and the calendar. */
@NullMarked
package org.shelfmates.tweetup.listing;

import org.jspecify.annotations.NullMarked;
