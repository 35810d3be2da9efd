/** Commands of the launcher. */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "booking",
            "calendar",
            "connection",
            "http",
            "inventory",
            "kernel",
            "oauth",
            "storage"
        })
@NullMarked
package org.roomnight.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
