/** Occasions: festivals and conferences that tweetups hang on, and who will be there. */
@NullMarked
package org.shelfmates.tweetup.occasion;

import org.jspecify.annotations.NullMarked;
