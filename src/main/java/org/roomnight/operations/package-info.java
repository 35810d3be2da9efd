/** What operators watch: whether the server lives and is ready, and what it counts. */
@ApplicationModule(
        allowedDependencies = {"availability", "booking", "cluster", "http", "kernel", "keys", "serving", "storage"})
@NullMarked
package org.roomnight.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
