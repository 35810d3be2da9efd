/** Blocks: nights that staff take off sale. */
@ApplicationModule(allowedDependencies = {"availability", "inventory", "kernel", "storage"})
@NullMarked
package org.roomnight.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
