package org.roomnight.booking;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;

/** A guest's confirmed claim on one or more units. A cancelled booking stays readable but holds no nights. */
public record Booking(
        BookingId id,
        PropertyId property,
        Details details,
        List<RoomStay> roomStays,
        State state,
        Kept kept,
        Version version) {

    public Booking {
        roomStays = List.copyOf(roomStays);
    }

    /** What the sender says of the booking apart from its rooms; every text comes from outside. */
    public record Details(
            @Nullable String bookingCode,
            Guest guest,
            @Nullable String salesChannelName,
            @Nullable String specialRequests,
            Price price) {

        Details costing(Price other) {
            return new Details(bookingCode, guest, salesChannelName, specialRequests, other);
        }
    }

    /** Who comes. */
    public record Guest(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone) {}

    /** What it costs, as the sender says; {@code currencyCode} by ISO 4217. */
    public record Price(
            @Nullable String currencyCode, @Nullable BigDecimal totalAmount) {

        /** An amount like 1E+3 is written out: so the databases store it, and said again it is the same. */
        public Price {
            if (totalAmount != null && totalAmount.scale() < 0) {
                totalAmount = totalAmount.setScale(0);
            }
        }

        /** Whether it costs the same, also when one of the amounts is written with more zeros. */
        boolean same(Price other) {
            return Objects.equals(currencyCode, other.currencyCode)
                    && Objects.equals(plain(totalAmount), plain(other.totalAmount));
        }

        private static @Nullable String plain(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.stripTrailingZeros().toString();
        }
    }

    /** Cancelled or not, and when things happened. {@code sourceVersion} orders what a platform pushes. */
    public record State(
            @Nullable Instant cancelledAt, @Nullable Long sourceVersion, Instant createdAt, Instant changedAt) {

        public boolean cancelled() {
            return cancelledAt != null;
        }
    }

    /**
     * {@code quantity} units of one room type for the same nights; each unit has a claim of its own, in the order of
     * their identifiers, so that a booking is the same when it is read again. Where the room type is not known (null)
     * there are no claims of these identifiers, and no nights are taken. {@code kept} is JSON as in {@link Kept}.
     */
    public record RoomStay(
            @Nullable RoomTypeId roomType,
            RoomSaid said,
            StayDates dates,
            Party party,
            @Nullable String kept,
            List<ClaimId> claims) {

        public RoomStay {
            claims = claims.stream().sorted(comparing(ClaimId::toString)).toList();
        }

        public boolean withoutRoom() {
            return roomType == null;
        }

        public int quantity() {
            return claims.size();
        }
    }

    /** As stored, with what a statement that changed nothing had to be repaired for. */
    public Booking with(Kept said) {
        return new Booking(id, property, details, roomStays, state, kept.withWarnings(said.warnings()), version);
    }

    /** The stays that wait for a room; a cancelled booking waits for none. */
    public List<RoomStay> waiting() {
        return state.cancelled()
                ? List.of()
                : roomStays.stream().filter(RoomStay::withoutRoom).toList();
    }

    public List<ClaimId> claims() {
        return roomStays.stream().flatMap(stay -> stay.claims().stream()).toList();
    }
}
