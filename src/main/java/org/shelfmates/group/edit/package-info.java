/** How groups begin and change: the form, its picture, and addresses that lead on. */
@NullMarked
package org.shelfmates.group.edit;

import org.jspecify.annotations.NullMarked;
