/** Answers that every HTTP door gives alike: problems of RFC 9457. */
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package org.roomnight.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
