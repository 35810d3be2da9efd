/** Nodes that share one database: who I am, and waking the others after a commit. */
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package org.roomnight.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
