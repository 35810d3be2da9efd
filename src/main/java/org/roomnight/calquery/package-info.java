/**
 * Queries on iCalendar (RFC 4791 §7.8, §7.10, §9.6 to §9.9): {@link ObjectMatch} says whether an object is asked for,
 * {@link PartialRetrieval} gives as much of it as is wanted, {@link BusyEvents} gathers busy times.
 *
 * <p>No I/O, no state between calls, and no clock but the {@link org.roomnight.kernel.Deadline} of the request. What has
 * too many instances is an answer ({@link Instances.Unknown}, {@link Retrieved.TooManyInstances}), never an exception.
 */
@ApplicationModule(allowedDependencies = {"davxml", "ical", "kernel"})
@NullMarked
package org.roomnight.calquery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
