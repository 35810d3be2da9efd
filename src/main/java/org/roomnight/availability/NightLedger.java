package org.roomnight.availability;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;

/**
 * The night ledger: who occupies which unit on which night. The only writer of {@code room_night}; that a unit has one
 * claim a night is refused by the primary key of that table, not by anybody who looked first.
 *
 * <p>Reads run in a transaction of their own where none is open. Writes run in the caller's write of the property.
 */
public interface NightLedger {

    /**
     * Chooses units for all requests, on what is committed now and without holding anything. A plan is a proposal:
     * {@link #claim} finds out whether it still holds.
     */
    ClaimPlan plan(PropertyId property, List<ClaimRequest> requests);

    /** Takes all nights of a plan or none. Where the plan is out of date, other units are chosen if there are any. */
    ClaimResult claim(PropertyId property, ClaimPlan plan);

    /** Takes the nights that are free and keeps the others as overbooked: a fact is never refused. */
    Claim record(PropertyId property, ClaimRequest request);

    /**
     * Gives claims other nights, other room types or other labels, records those that are new, like {@link #record},
     * and releases those of {@code held} that are not wanted. All give up their nights before any takes new ones, and only
     * then those who wait get what is left. A unit that a claim has already is kept where it is free. Answers the claims
     * that are new.
     *
     * @param held the claims of whoever changes them, as {@linkplain #ofHolder read} in this write
     */
    List<Claim> change(PropertyId property, List<Claim> held, List<ClaimRequest> wanted);

    /**
     * Does the same as {@link #change}, unless some night of a claim that is new or moves would get no unit: then
     * nothing is changed. The nights that are given up do not count. Claimed names the claims that are new.
     */
    ClaimResult changeIfFree(PropertyId property, List<Claim> held, List<ClaimRequest> wanted);

    /** Frees all nights of a claim; overbooked claims that now fit get their units. Nothing happens if it is unknown. */
    void release(PropertyId property, ClaimId claim);

    Optional<Claim> find(PropertyId property, ClaimId claim);

    /** The claims of a booking or block, by identifier. */
    List<Claim> ofHolder(PropertyId property, UUID holder);

    /** The same of many bookings or blocks in two looks, by their identifiers; those without a claim are left out. */
    Map<UUID, List<Claim>> ofHolders(PropertyId property, List<UUID> holders);

    /** Claims of a room type that have a night in [from, to), by arrival. */
    List<Claim> inRoomType(PropertyId property, RoomType roomType, LocalDate from, LocalDate to);

    /**
     * The claims that have a unit of a room type on one of these nights, and those that wait for one, which may be
     * hundreds: so many of them, the oldest for each night first.
     */
    List<Claim> clashing(PropertyId property, RoomType roomType, StayDates dates, int waiting);

    /** Counts for every night of the range, by room type in the given order and then by date. */
    List<NightCount> count(PropertyId property, List<RoomType> roomTypes, StayDates range);

    /**
     * The nights in [from, to) on which none of so many units is free, in order. Takes one look, however long the range;
     * {@code units} are those of now, so that a night before some were retired may count as full although one was free.
     */
    List<LocalDate> full(PropertyId property, int units, LocalDate from, LocalDate to);
}
