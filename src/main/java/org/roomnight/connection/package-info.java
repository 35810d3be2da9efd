/** A property's calendar account: passkeys and their check. */
@ApplicationModule(allowedDependencies = {"http", "kernel", "keys", "storage"})
@NullMarked
package org.roomnight.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
