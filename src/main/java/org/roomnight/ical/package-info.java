/**
 * iCalendar syntax (RFC 5545, 6868, 7986): a writer with folding, a reader with budgets, values and recurrence.
 *
 * <p>No clock, no I/O, no state between calls. Bad input is an answer ({@link Read.Failed}, {@link Parsed.Bad},
 * {@link Expansion.OverBudget}), never an exception. Foreign VTIMEZONE rules are kept as text;
 * {@link ZoneReading} alone looks for the zone that they mean.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.roomnight.ical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
