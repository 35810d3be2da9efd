/**
 * What staff write as iCalendar: {@link StaffEntryReader} reads it, {@link StaffBlocks} makes it a block of its nights,
 * {@link StaffEntries} stores both together, and {@link RecurringEntries} carries on what recurs.
 *
 * <p>What cannot be read or stored is an answer ({@link EntryReading.Bad}, {@link StaffEntries.Storing}), never an exception.
 */
@ApplicationModule(allowedDependencies = {"availability", "block", "calendar", "ical", "inventory", "kernel"})
@NullMarked
package org.roomnight.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
