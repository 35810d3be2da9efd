/** Databases behind one door: pools, group-committed write transactions, migrations, durability checks. */
@NullMarked
package org.roomnight.storage;

import org.jspecify.annotations.NullMarked;
