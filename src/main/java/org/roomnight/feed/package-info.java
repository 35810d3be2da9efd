/** The iCalendar door: the booking list of a property. */
@ApplicationModule(allowedDependencies = {"calendar", "connection", "http", "kernel"})
@NullMarked
package org.roomnight.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
