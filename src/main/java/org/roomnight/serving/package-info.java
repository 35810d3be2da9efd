/** How the web server itself behaves: limits, strictness, and answers to requests that no door ever sees. */
@ApplicationModule(allowedDependencies = {"http", "kernel"})
@NullMarked
package org.roomnight.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
