package org.roomnight.inventory;

import java.time.LocalTime;
import java.time.ZoneId;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;

/** A hotel or holiday home of one account. */
public record Property(
        PropertyId id, AccountId account, ManagingEntityId managingEntity, PropertyFacts facts, Version version) {

    public String name() {
        return facts.name();
    }

    public ZoneId timeZone() {
        return facts.timeZone();
    }

    /** What becomes of an entry that staff write into a calendar over nights that are taken. */
    public enum BlocksOverStays {
        /** It takes the nights that are free; the others become double bookings. */
        KEEP,
        /** It is refused, and nothing is changed. */
        REFUSE
    }

    /** What an account says of its property; times are wall-clock times in the property's zone. */
    public record PropertyFacts(
            String name, ZoneId timeZone, LocalTime checkIn, LocalTime checkOut, BlocksOverStays blocksOverStays) {

        /** Longest name, in characters. */
        public static final int MAX_NAME = 200;

        /** Keeps blocks over stays, as everybody does who says nothing of them. */
        public PropertyFacts(String name, ZoneId timeZone, LocalTime checkIn, LocalTime checkOut) {
            this(name, timeZone, checkIn, checkOut, BlocksOverStays.KEEP);
        }
    }
}
