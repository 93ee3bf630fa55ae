/** What becomes of groups that nobody runs: a member asks to take one over, and does unless an organiser objects in time. */
@NullMarked
package org.shelfmates.group.takeover;

import org.jspecify.annotations.NullMarked;
