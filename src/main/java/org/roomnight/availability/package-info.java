/** The night ledger: the only writer of {@code room_night}; claim, record, release and move nights. */
@ApplicationModule(allowedDependencies = {"inventory", "kernel", "storage"})
@NullMarked
package org.roomnight.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
