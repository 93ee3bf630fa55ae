/** Who runs a group: organisers make others organisers, step down and remove members; and what members choose for themselves. */
@NullMarked
package org.shelfmates.group.running;

import org.jspecify.annotations.NullMarked;
