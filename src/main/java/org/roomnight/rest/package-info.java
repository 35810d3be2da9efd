/** The JSON door: controllers, DTO records, problems. */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "block",
            "booking",
            "conflict",
            "connection",
            "http",
            "inventory",
            "kernel",
            "keys",
            "oauth",
            "security"
        })
@NullMarked
package org.roomnight.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
