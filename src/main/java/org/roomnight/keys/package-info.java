/** The server's keys, and what they are for: secrets sealed and found again, random texts, hashes. */
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package org.roomnight.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
