package org.roomnight.entry;

/** What reading octets as an entry gave. */
public sealed interface EntryReading {

    record Good(StaffEntry entry) implements EntryReading {}

    record Bad(EntryFault fault) implements EntryReading {}
}
