/** What people keep of a tweetup that is over: the recap, the pictures, and whether they would meet there again. */
@NullMarked
package org.shelfmates.tweetup.recap;

import org.jspecify.annotations.NullMarked;
