/** RSVPs: who comes, who waits, and the guests among them. */
@NullMarked
package org.shelfmates.tweetup.rsvp;

import org.jspecify.annotations.NullMarked;
