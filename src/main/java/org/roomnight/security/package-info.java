/** What every filter chain has: the firewall, what it strips and adds, answers to what no door takes. */
@ApplicationModule(allowedDependencies = {"http", "kernel"})
@NullMarked
package org.roomnight.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
