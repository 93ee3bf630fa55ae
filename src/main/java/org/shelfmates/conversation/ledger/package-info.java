/** The ledger: everybody's own list of threads, what is unread in it, and who waits for whom. */
@NamedInterface("ledger")
@NullMarked
package org.shelfmates.conversation.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
