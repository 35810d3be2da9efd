/** Pages for people. */
@ApplicationModule(allowedDependencies = {"http", "keys", "security"})
@NullMarked
package org.roomnight.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
