/** Appeals for a space, as tweetups and their guests have to do with them: guests answer them, and what is taken is the venue. */
@NullMarked
package org.shelfmates.tweetup.appeal;

import org.jspecify.annotations.NullMarked;
