/** Double bookings: what clashed, which claim came first, and whether it is settled. */
@ApplicationModule(allowedDependencies = {"availability", "kernel", "storage"})
@NullMarked
package org.roomnight.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
