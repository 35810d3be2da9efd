package org.roomnight.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.Amounts;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.booking.CurrencyCode;
import org.roomnight.booking.Kept;
import org.roomnight.booking.RoomSaid;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Uuids;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a platform states of a booking that exists. Refused only where its nights cannot be known: everything else
 * is repaired, with a warning, and members that nobody knows are ignored. A cancellation needs no nights.
 */
final class RecordingReader {

    private static final int MAX_TEXT = BookingFacts.MAX_TEXT;

    /** Members that nothing here reads and that a platform gets back as it sent them. */
    private static final List<String> KEPT_OF_BOOKING = List.of(
            "propertyIdentifier",
            "paymentMethodStatus",
            "paymentMethodType",
            "paymentWalletType",
            "salesChannelIdentifier");

    private static final List<String> KEPT_OF_STAY = List.of("name", "ratePlanName");

    private final FactMembers members;

    RecordingReader(FactMembers members) {
        this.members = members;
    }

    BookingFacts facts(UUID booking) {
        sameBooking(booking);
        CurrencyCode currency = members.currency("currencyCode");
        Details details = details(currency);
        Instant created = members.moment("createdDate");
        boolean cancelled = members.flag("cancelled");
        Instant cancelDate = cancelled ? members.moment("cancelDate") : null;
        Long sourceVersion = members.version("sourceVersion");
        String kept = kept();
        members.refuseIfBroken();
        List<StayFacts> stays = stays(currency);
        if (cancelled && members.forgive()) {
            stays = List.of(); // those that are known already
        }
        members.refuseIfBroken();
        return new BookingFacts(
                details,
                stays,
                created,
                cancelled,
                cancelDate,
                sourceVersion,
                new Kept(kept, Warning.text(members.warnings()), null));
    }

    /** Two identifiers are two bookings, and nobody can tell whose nights these are; other words are a sender's own. */
    private void sameBooking(UUID booking) {
        String said = members.line("bookingIdentifier", MAX_TEXT);
        Optional<UUID> other = Optional.ofNullable(said).flatMap(text -> Uuids.parse(text.strip()));
        if (said != null && other.isEmpty()) {
            members.warn(
                    "bookingIdentifier", booking.toString(), "It is no UUID; the address says which booking it is.");
        } else if (other.isPresent() && !other.get().equals(booking)) {
            members.broken("bookingIdentifier", "must be what the address says, or be left out");
        }
    }

    private Details details(@Nullable CurrencyCode currency) {
        BigDecimal amount = members.amount("totalAmount", currency);
        return new Details(
                members.line("bookingCode", MAX_TEXT),
                new Guest(
                        members.line("firstName", MAX_TEXT),
                        members.line("lastName", MAX_TEXT),
                        members.line("email", MAX_TEXT),
                        members.line("phone", MAX_TEXT)),
                members.line("salesChannelName", MAX_TEXT),
                members.lines("specialRequests", BookingFacts.MAX_REQUESTS),
                new Price(currency == null ? null : currency.code(), amount));
    }

    private @Nullable String kept() {
        ObjectNode kept = JsonText.MAPPER.createObjectNode();
        texts(members, KEPT_OF_BOOKING, kept);
        return kept.isEmpty() ? null : JsonText.MAPPER.writeValueAsString(kept);
    }

    private static void texts(FactMembers from, List<String> names, ObjectNode kept) {
        for (String name : names) {
            String text = from.line(name, MAX_TEXT);
            if (text != null) {
                kept.put(name, text);
            }
        }
    }

    private List<StayFacts> stays(@Nullable CurrencyCode currency) {
        List<StayFacts> stays = new ArrayList<>();
        int units = 0;
        for (FactMembers stay : members.objects("roomStays", BookingFacts.MAX_STAYS)) {
            Optional<StayFacts> read = stay(stay, currency);
            units += read.map(StayFacts::quantity).orElse(0);
            read.ifPresent(stays::add);
        }
        if (units > BookingFacts.MAX_UNITS) {
            members.broken("roomStays", "must have at most %d units over all stays".formatted(BookingFacts.MAX_UNITS));
        }
        return stays;
    }

    private static Optional<StayFacts> stay(FactMembers stay, @Nullable CurrencyCode currency) {
        Optional<LocalDate> first = stay.date("startDate", "the first night, as YYYY-MM-DD");
        Optional<LocalDate> last = stay.date("endDate", "the day of departure, as YYYY-MM-DD");
        int quantity = stay.quantity("quantity", BookingFacts.MAX_UNITS);
        Party party = new Party(
                stay.integer("adults", 0, BookingFacts.MAX_GUESTS, 1),
                stay.integer("children", 0, BookingFacts.MAX_GUESTS, 0));
        RoomSaid room = room(stay);
        String kept = kept(stay, currency);
        return first.flatMap(arrival -> last.flatMap(departure -> nights(stay, arrival, departure)))
                .map(nights -> new StayFacts(null, room, nights, party, quantity, kept));
    }

    private static Optional<StayDates> nights(FactMembers stay, LocalDate arrival, LocalDate departure) {
        Optional<String> refusal = StayDates.whyNot(arrival, departure);
        refusal.ifPresent(sentence -> stay.broken("endDate", sentence));
        return refusal.isPresent() ? Optional.empty() : Optional.of(new StayDates(arrival, departure));
    }

    private static RoomSaid room(FactMembers stay) {
        String identifier = stay.line("guestRoomIdentifier", MAX_TEXT);
        return new RoomSaid(
                Optional.ofNullable(identifier)
                        .flatMap(text -> Uuids.parse(text.strip()))
                        .map(RoomTypeId::new)
                        .orElse(null),
                stay.line("roomRateIdentifier", MAX_TEXT),
                stay.line("guestRoomName", MAX_TEXT));
    }

    private static @Nullable String kept(FactMembers stay, @Nullable CurrencyCode currency) {
        ObjectNode kept = JsonText.MAPPER.createObjectNode();
        texts(stay, KEPT_OF_STAY, kept);
        if (stay.says("guests")) {
            kept.put("guests", stay.integer("guests", 0, BookingFacts.MAX_GUESTS, 0));
        }
        BigDecimal amount = stay.amount("amount", currency);
        if (amount != null) {
            kept.put("amount", Amounts.plain(amount));
        }
        return kept.isEmpty() ? null : JsonText.MAPPER.writeValueAsString(kept);
    }
}
