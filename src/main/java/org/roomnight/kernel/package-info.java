/** Words every module shares: stay dates, identifiers, revisions, problem categories. JDK only, no clock, no I/O. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.roomnight.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
