/** A property's calendar account: passkeys, their encryption and their check. */
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package org.roomnight.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
