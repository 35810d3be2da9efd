package org.roomnight.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.booking.CurrencyCode;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/** Reads what a client wants to sell, after {@code bookingIdentifier}: strictly, for it can be corrected before it is sold. */
final class SaleReader {

    private static final int MAX_TEXT = BookingFacts.MAX_TEXT;

    private final Members members;
    private final RoomTypeLookup roomTypes;

    SaleReader(Members members, RoomTypeLookup roomTypes) {
        this.members = members;
        this.roomTypes = roomTypes;
    }

    /** A booking that is not cancelled. All broken rules are named in one refusal. */
    BookingFacts facts() {
        if (members.flag("cancelled")) {
            members.broken("cancelled", "must be false, for what is cancelled cannot be sold");
        }
        if (members.has("cancelDate")) {
            members.broken("cancelDate", "must be null, for what is cancelled cannot be sold");
        }
        Details details = details();
        List<StayFacts> stays = stays();
        Instant created = members.moment("createdDate");
        Long sourceVersion = members.integer("sourceVersion", 0L, Long.MAX_VALUE);
        members.ignored("version");
        members.refuseUnknown();
        members.refuseIfBroken();
        return new BookingFacts(details, stays, created, false, null, sourceVersion);
    }

    private Details details() {
        return new Details(
                members.line("bookingCode", MAX_TEXT),
                new Guest(
                        members.line("firstName", MAX_TEXT),
                        members.line("lastName", MAX_TEXT),
                        members.line("email", MAX_TEXT),
                        members.line("phone", MAX_TEXT)),
                members.line("salesChannelName", MAX_TEXT),
                members.lines("specialRequests", BookingFacts.MAX_REQUESTS),
                price());
    }

    private Price price() {
        String code = members.line("currencyCode", MAX_TEXT);
        BigDecimal amount = members.amount("totalAmount");
        Optional<CurrencyCode> currency = Optional.ofNullable(code).flatMap(CurrencyCode::parse);
        if (code != null && currency.isEmpty()) {
            members.broken("currencyCode", "must be a currency by ISO 4217, such as EUR");
        }
        if (amount != null && amount.signum() < 0) {
            members.broken("totalAmount", "must not be negative");
        } else if (amount != null && currency.isPresent() && !currency.get().pays(amount)) {
            members.broken(
                    "totalAmount",
                    "must have at most %d digits after the point, as %s has"
                            .formatted(currency.get().digits(), code));
        }
        return new Price(code, amount);
    }

    private List<StayFacts> stays() {
        List<StayFacts> stays = new ArrayList<>();
        int units = 0;
        for (Members stay : members.objects("roomStays", BookingFacts.MAX_STAYS)) {
            Optional<StayFacts> read = stay(stay);
            units += read.map(StayFacts::quantity).orElse(0);
            read.ifPresent(stays::add);
        }
        if (units > BookingFacts.MAX_UNITS) {
            members.broken("roomStays", "must have at most %d units over all stays".formatted(BookingFacts.MAX_UNITS));
        }
        return stays;
    }

    private Optional<StayFacts> stay(Members stay) {
        Optional<RoomType> type = roomType(stay);
        Optional<StayDates> dates = Dates.stay(stay);
        Party party = new Party(
                orElse(stay.integer("adults", 0, BookingFacts.MAX_GUESTS), 1),
                orElse(stay.integer("children", 0, BookingFacts.MAX_GUESTS), 0));
        int quantity = orElse(stay.integer("quantity", 1, BookingFacts.MAX_UNITS), 1);
        stay.refuseUnknown();
        return type.flatMap(found -> dates.map(nights -> new StayFacts(found, nights, party, quantity)));
    }

    private Optional<RoomType> roomType(Members stay) {
        String identifier = stay.line("guestRoomIdentifier", MAX_TEXT);
        String name = stay.line("guestRoomName", MAX_TEXT);
        Optional<RoomType> found = roomTypes.find(identifier, name);
        if (found.isEmpty()) {
            stay.missing(
                    identifier == null && name != null ? "guestRoomName" : "guestRoomIdentifier",
                    "one guest room of this property, by identifier or by a name that only one has");
        }
        return found;
    }

    private static int orElse(@Nullable Integer value, int usual) {
        return value == null ? usual : value;
    }
}
