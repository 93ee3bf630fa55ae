@NullMarked
package org.shelfmates;

import org.jspecify.annotations.NullMarked;
