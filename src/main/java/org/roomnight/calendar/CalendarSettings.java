package org.roomnight.calendar;

import java.nio.file.Path;

/** What an operator sets for calendars: where the last good ones are kept, a folder of this node alone, and how much may be stored. */
public record CalendarSettings(Path snapshotFolder, Quotas quotas) {}
