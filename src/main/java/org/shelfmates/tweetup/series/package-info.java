/** Series: tweetups that repeat by a rule, such as the first Thursday of every month. */
@NullMarked
package org.shelfmates.tweetup.series;

import org.jspecify.annotations.NullMarked;
