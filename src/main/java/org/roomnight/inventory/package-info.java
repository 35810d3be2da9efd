/** Accounts, properties, room types and their units. */
@NullMarked
package org.roomnight.inventory;

import org.jspecify.annotations.NullMarked;
