/** Beginning, editing, moving, cancelling and copying tweetups. */
@NullMarked
package org.shelfmates.tweetup.edit;

import org.jspecify.annotations.NullMarked;
