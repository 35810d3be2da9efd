package org.roomnight.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.availability.Placement;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.ShownText;
import org.roomnight.kernel.UnitId;

/**
 * A room stay as a VEVENT (RFC 5545 §3.6.1): all-day, DTEND is the departure. Every moment in it is one of the claim's,
 * never now, so that the same claim always gives the same octets (rule 8).
 */
final class StayEvent {

    /** Enough for most stays, in octets; the writer grows for the others. */
    private static final int USUAL_OCTETS = 768;

    private static final String UID_END = "@roomnight";

    private final Claim claim;
    private final RoomType roomType;
    private final Map<UnitId, String> unitNames;

    StayEvent(Claim claim, RoomType roomType) {
        this.claim = claim;
        this.roomType = roomType;
        this.unitNames = roomType.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    static String name(Claim claim) {
        return name(claim.id());
    }

    static String name(ClaimId claim) {
        return claim + ".ics";
    }

    static String uid(ClaimId claim) {
        return claim + UID_END;
    }

    /** The name that a stay with this UID has, if it can be one of a stay. */
    static Optional<String> nameOfUid(String uid) {
        return uid.endsWith(UID_END)
                ? Optional.of(uid.substring(0, uid.length() - UID_END.length()) + ".ics")
                : Optional.empty();
    }

    RenderedStay render() {
        byte[] event = event();
        return new RenderedStay(
                name(claim),
                uid(claim.id()),
                claim.id(),
                claim.dates(),
                EntityTags.of(CalendarFrame.around(event)),
                event,
                claim.history().createdAt());
    }

    private byte[] event() {
        ContentLineWriter writer = new ContentLineWriter(USUAL_OCTETS);
        writer.begin("VEVENT");
        writer.raw("UID", uid(claim.id()));
        writer.utc("DTSTAMP", claim.history().changedAt());
        writer.utc("CREATED", claim.history().createdAt());
        writer.utc("LAST-MODIFIED", claim.history().changedAt());
        writer.number("SEQUENCE", claim.history().sequence());
        writer.date("DTSTART", claim.dates().arrival());
        writer.date("DTEND", claim.dates().departure());
        writer.raw("STATUS", "CONFIRMED");
        writer.raw("TRANSP", "OPAQUE");
        writer.raw("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
        writer.text("SUMMARY", summary());
        writer.text("LOCATION", room());
        writer.text("DESCRIPTION", description());
        writer.end("VEVENT");
        return writer.toByteArray();
    }

    private String summary() {
        String who = guest().isEmpty() ? "Reserved" : guest();
        String plain = ShownText.part(who) + " · " + ShownText.part(roomType.name());
        return claim.placement().complete() ? plain : "Double booking: " + plain;
    }

    private String guest() {
        return joined(
                " ",
                Stream.of(
                        orEmpty(claim.label().firstName()),
                        orEmpty(claim.label().lastName())));
    }

    private String room() {
        return joined(" ", Stream.of(ShownText.part(roomType.name()), String.join(", ", units())));
    }

    private List<String> units() {
        return claim.placement().runs().stream()
                .map(run -> unitName(run.unit()))
                .distinct()
                .toList();
    }

    private String unitName(UnitId unit) {
        return ShownText.part(unitNames.getOrDefault(unit, ""));
    }

    private String description() {
        ClaimLabel label = claim.label();
        return joined(
                "\n",
                Stream.of(
                        line("Guest", ShownText.part(guest())),
                        line("Party", party(claim.label().party())),
                        line("Room", room()),
                        line("Nights", Integer.toString(claim.dates().nights())),
                        line("Channel", ShownText.part(orEmpty(label.channel()))),
                        line("Booking code", ShownText.part(orEmpty(label.bookingCode()))),
                        line("Special requests", ShownText.lines(orEmpty(label.specialRequests()))),
                        moves(),
                        clash()));
    }

    static String party(Party party) {
        int adults = party.adults();
        int children = party.children();
        String grown = adults == 1 ? "1 adult" : adults + " adults";
        return switch (children) {
            case 0 -> grown;
            case 1 -> grown + ", 1 child";
            default -> grown + ", " + children + " children";
        };
    }

    private String moves() {
        if (!claim.placement().split()) {
            return "";
        }
        String runs = claim.placement().runs().stream().map(this::run).collect(Collectors.joining(", "));
        return line("Changes rooms", runs);
    }

    private String run(Placement.Run run) {
        return "%s from %s to %s"
                .formatted(
                        unitName(run.unit()), run.dates().arrival(), run.dates().departure());
    }

    private String clash() {
        List<String> nights =
                claim.placement().overbooked().stream().map(Object::toString).toList();
        return nights.isEmpty() ? "" : line("No room free on", String.join(", ", nights));
    }

    static String line(String what, @Nullable String value) {
        return value == null || value.isBlank() ? "" : what + ": " + value;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String joined(String separator, Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
