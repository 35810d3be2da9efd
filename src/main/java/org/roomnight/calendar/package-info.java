/** Claims as calendar objects: bytes, entity tags, membership, revisions, and the rendered calendar of a property. */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "block",
            "booking",
            "cluster",
            "ical",
            "inventory",
            "kernel",
            "keys",
            "storage"
        })
@NullMarked
package org.roomnight.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
