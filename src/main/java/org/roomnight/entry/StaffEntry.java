package org.roomnight.entry;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roomnight.block.Assumption;
import org.roomnight.ical.Component;

/**
 * What staff sent as a calendar object, read and found good.
 *
 * @param uid the UID of all its components
 * @param component VEVENT or VTODO
 * @param first the first day that it touches, and {@code last} the day after the last
 * @param nights the nights that it lasts over, inside the booking horizon; none for a VTODO
 * @param main the component that describes it for people
 * @param assumptions how it was read where it can be read in more than one way
 * @param octets as they came, but with CRLF after every line and with what other programs need to read it
 * @param asSent whether these are the very octets that came (RFC 4791 §5.3.4)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StaffEntry(
        String uid,
        String component,
        LocalDate first,
        LocalDate last,
        EntryNights nights,
        Component main,
        List<Assumption> assumptions,
        byte[] octets,
        boolean asSent) {

    public StaffEntry {
        assumptions = List.copyOf(assumptions);
    }

    public Optional<String> text(String property) {
        return main.text(property).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The same, with what was assumed before besides what is now. */
    public StaffEntry assuming(List<Assumption> earlier) {
        Set<Assumption> all = new LinkedHashSet<>(earlier);
        all.addAll(assumptions);
        List<Assumption> most = all.stream().limit(Assumption.MAX).toList();
        return new StaffEntry(uid, component, first, last, nights, main, most, octets, asSent);
    }
}
