/** Databases behind one door: pools, group-committed write transactions, migrations, durability checks. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.roomnight.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
