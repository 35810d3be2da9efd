package org.roomnight;

import java.time.LocalDate;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/** A room stay in the making: one night of one unit from 10 March 2027, unless a test says otherwise. */
public record AStay(LocalDate arrival, int length, int quantity, Party party) {

    /** The first night of a stay of which a test says nothing. */
    public static final LocalDate USUAL = LocalDate.of(2027, 3, 10);

    public static AStay aStay() {
        return new AStay(USUAL, 1, 1, new Party(2, 0));
    }

    /** {@code of(3).nights()} reads like what it means. */
    public Counted of(int count) {
        return new Counted(this, count);
    }

    /** A number that waits for its unit. */
    public record Counted(AStay stay, int count) {

        public AStay nights() {
            return new AStay(stay.arrival, count, stay.quantity, stay.party);
        }

        public AStay units() {
            return new AStay(stay.arrival, stay.length, count, stay.party);
        }

        public AStay adults() {
            return new AStay(stay.arrival, stay.length, stay.quantity, new Party(count, 0));
        }
    }

    /** Arrives so many days after the usual arrival, or before it if negative. */
    public AStay after(int days) {
        return arriving(USUAL.plusDays(days));
    }

    public AStay arriving(LocalDate date) {
        return new AStay(date, length, quantity, party);
    }

    public StayDates dates() {
        return new StayDates(arrival, arrival.plusDays(length));
    }

    public StayFacts in(RoomType roomType) {
        return new StayFacts(roomType, dates(), party, quantity);
    }
}
