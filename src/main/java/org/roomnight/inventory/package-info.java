/** Accounts, properties, room types and their units. */
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package org.roomnight.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
