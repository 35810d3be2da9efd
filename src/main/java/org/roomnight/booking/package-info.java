/** Bookings: sell, record, cancel, list; idempotency keys. */
@ApplicationModule(allowedDependencies = {"availability", "inventory", "kernel", "storage"})
@NullMarked
package org.roomnight.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
