/** Who is told of what: a listener for each event, which reads what is true when it tells. */
@NullMarked
package org.shelfmates.notice.told;

import org.jspecify.annotations.NullMarked;
