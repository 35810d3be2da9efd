package org.roomnight.calendar;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.ShownText;

/**
 * One unit of a stay whose room is not known, as a VEVENT that says so. Every moment in it is one of the booking's. When
 * the stay gets its room, another event takes its place: that of its claim.
 */
final class WaitingStayEvent {

    private static final int USUAL_OCTETS = 768;

    private final Booking booking;
    private final RoomStay stay;
    private final ClaimId unit;

    WaitingStayEvent(Booking booking, RoomStay stay, ClaimId unit) {
        this.booking = booking;
        this.stay = stay;
        this.unit = unit;
    }

    static List<WaitingStayEvent> of(Booking booking) {
        return booking.waiting().stream()
                .flatMap(stay -> stay.claims().stream().map(unit -> new WaitingStayEvent(booking, stay, unit)))
                .toList();
    }

    String name() {
        return StayEvent.name(unit);
    }

    RenderedStay render() {
        byte[] event = event();
        return new RenderedStay(
                name(),
                StayEvent.uid(unit),
                unit,
                stay.dates(),
                EntityTags.of(CalendarFrame.around(event)),
                event,
                booking.state().createdAt());
    }

    private byte[] event() {
        ContentLineWriter writer = new ContentLineWriter(USUAL_OCTETS);
        writer.begin("VEVENT");
        writer.raw("UID", StayEvent.uid(unit));
        writer.utc("DTSTAMP", booking.state().changedAt());
        writer.utc("CREATED", booking.state().createdAt());
        writer.utc("LAST-MODIFIED", booking.state().changedAt());
        writer.number("SEQUENCE", booking.version().value() - 1);
        writer.date("DTSTART", stay.dates().arrival());
        writer.date("DTEND", stay.dates().departure());
        writer.raw("STATUS", "CONFIRMED");
        writer.raw("TRANSP", "OPAQUE");
        writer.raw("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
        writer.text("SUMMARY", "Room not known: " + (guest().isEmpty() ? "Reserved" : guest()) + named(" · "));
        writer.text("DESCRIPTION", description());
        writer.end("VEVENT");
        return writer.toByteArray();
    }

    private String guest() {
        Guest guest = booking.details().guest();
        return ShownText.part(StayEvent.joined(
                " ", Stream.of(StayEvent.orEmpty(guest.firstName()), StayEvent.orEmpty(guest.lastName()))));
    }

    private static String shown(@Nullable String text) {
        return ShownText.part(StayEvent.orEmpty(text));
    }

    /** The room by the name that the sender has for it, after some words; empty without a name. */
    private String named(String before) {
        String name = ShownText.part(StayEvent.orEmpty(stay.said().name()));
        return name.isEmpty() ? "" : before + name;
    }

    private String description() {
        return StayEvent.joined(
                "\n",
                Stream.of(
                        "The room of this stay is not known here%s. No room is taken for it until one is chosen."
                                .formatted(named(": ")),
                        StayEvent.line("Guest", guest()),
                        StayEvent.line("Party", StayEvent.party(stay.party())),
                        StayEvent.line("Nights", Integer.toString(stay.dates().nights())),
                        StayEvent.line("Channel", shown(booking.details().salesChannelName())),
                        StayEvent.line("Booking code", shown(booking.details().bookingCode())),
                        StayEvent.line(
                                "Special requests",
                                ShownText.lines(
                                        StayEvent.orEmpty(booking.details().specialRequests())))));
    }
}
