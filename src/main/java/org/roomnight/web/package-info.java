/** Pages for people. */
@ApplicationModule(allowedDependencies = {"http", "keys"})
@NullMarked
package org.roomnight.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
