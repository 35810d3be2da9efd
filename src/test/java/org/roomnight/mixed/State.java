package org.roomnight.mixed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a house has at one moment, as its clients were told, and what each door shows of that. Views are sorted lines.
 *
 * @param name the house's name, which the feed bears
 * @param rooms room types by the name of their calendar
 * @param blocks by {@link Block#key}
 * @param notes what clients have set on calendars, by the calendar's name
 */
record State(
        String name,
        SortedMap<String, Room> rooms,
        Map<UUID, Stay> stays,
        Map<String, Block> blocks,
        Map<String, String> notes) {

    /** The nights that anything is sold or blocked on; the first, and the day after the last. */
    static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    static final LocalDate END = FIRST.plusDays(48);

    /** The calendar of all stays. */
    static final String BOOKINGS = "bookings";

    record Room(UUID id, String name, int quantity) {}

    /** A booking of one stay. Its code is only its own, in every state. */
    record Stay(String code, String room, LocalDate from, LocalDate to, boolean cancelled) {

        boolean takes(LocalDate night) {
            return !cancelled && !night.isBefore(from) && night.isBefore(to);
        }
    }

    /** Nights that staff took off sale: some in a row, as many times as it recurs. Its label is only its own in a room. */
    record Block(String label, String room, LocalDate from, int nights, int times, int everyDays) {

        String key() {
            return room + " " + label;
        }

        LocalDate to(int time) {
            return from.plusDays((long) time * everyDays + nights);
        }

        boolean takes(LocalDate night) {
            return Stream.iterate(0, time -> time < times, time -> time + 1)
                    .anyMatch(time -> night.isBefore(to(time)) && !night.isBefore(to(time).minusDays(nights)));
        }

        String rule() {
            return times == 1 ? "" : "FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(everyDays, times);
        }
    }

    State with(UUID booking, Stay stay) {
        Map<UUID, Stay> more = new HashMap<>(stays);
        more.put(booking, stay);
        return new State(name, rooms, more, blocks, notes);
    }

    State with(Block block) {
        Map<String, Block> more = new HashMap<>(blocks);
        more.put(block.key(), block);
        return new State(name, rooms, stays, more, notes);
    }

    State without(Block block) {
        Map<String, Block> less = new HashMap<>(blocks);
        less.remove(block.key());
        return new State(name, rooms, stays, less, notes);
    }

    State with(String slug, Room room) {
        SortedMap<String, Room> more = new TreeMap<>(rooms);
        more.put(slug, room);
        return new State(name, more, stays, blocks, notes);
    }

    State named(String other) {
        return new State(other, rooms, stays, blocks, notes);
    }

    State noted(String calendar, String note) {
        Map<String, String> more = new HashMap<>(notes);
        more.put(calendar, note);
        return new State(name, rooms, stays, blocks, more);
    }

    Stay stay(UUID booking) {
        return Objects.requireNonNull(stays.get(booking));
    }

    Room room(String slug) {
        return Objects.requireNonNull(rooms.get(slug));
    }

    /** How many claims want a night of a room type. */
    long claims(String room, LocalDate night) {
        return booked(room, night) + blocked(room, night);
    }

    private long booked(String room, LocalDate night) {
        return stays.values().stream()
                .filter(stay -> stay.room().equals(room) && stay.takes(night))
                .count();
    }

    private long blocked(String room, LocalDate night) {
        return blocks.values().stream()
                .filter(block -> block.room().equals(room) && block.takes(night))
                .count();
    }

    /** Whether each of these nights has a free unit. */
    boolean isFree(String room, LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .allMatch(night -> claims(room, night) < room(room).quantity());
    }

    /** Whether what has a unit now has one with fewer units too. */
    boolean fits(String room, int quantity) {
        return FIRST.datesUntil(END)
                .allMatch(night -> Math.min(claims(room, night), room(room).quantity()) <= quantity);
    }

    List<String> feed() {
        List<String> lines = new ArrayList<>(calendar(BOOKINGS));
        lines.add("name " + name);
        return lines.stream().sorted().toList();
    }

    /** The events of a calendar, as {@link Events#lines} reads them. */
    List<String> calendar(String calendar) {
        Predicate<String> shown = room -> calendar.equals(BOOKINGS) || calendar.equals(room);
        Stream<String> booked = stays.values().stream()
                .filter(stay -> !stay.cancelled() && shown.test(stay.room()))
                .map(stay -> Events.line(
                        stay.code(), stay.from(), stay.to(), room(stay.room()).name()));
        Stream<String> blocked = blocks.values().stream()
                .filter(block -> block.room().equals(calendar))
                .map(block -> Events.line(block.label(), block.from(), block.to(0), block.rule()));
        return Stream.concat(booked, blocked).sorted().toList();
    }

    List<String> bookingList() {
        return stays.values().stream()
                .map(stay -> "%s %s %s %s %s"
                        .formatted(
                                stay.code(),
                                room(stay.room()).id(),
                                stay.from(),
                                stay.to(),
                                stay.cancelled() ? "cancelled" : "confirmed"))
                .sorted()
                .toList();
    }

    List<String> blockList() {
        return blocks.values().stream()
                .map(block -> "%s %s %s %s %d"
                        .formatted(
                                block.label(),
                                room(block.room()).id(),
                                block.from(),
                                block.to(block.times() - 1),
                                block.times()))
                .sorted()
                .toList();
    }

    /** A claim that finds no unit takes none from others, so nothing else counts than how many there are. */
    List<String> availability() {
        List<String> lines = new ArrayList<>();
        rooms.forEach((slug, room) -> FIRST.datesUntil(END).forEach(night -> {
            long booked = booked(slug, night);
            long blocked = blocked(slug, night);
            lines.add("%s %s %d %d %d %d"
                    .formatted(
                            room.id(),
                            night,
                            room.quantity(),
                            booked,
                            blocked,
                            Math.max(0, room.quantity() - booked - blocked)));
        }));
        return lines.stream().sorted().toList();
    }

    /** Title and note of each calendar of a room type. */
    List<String> titles() {
        return rooms.entrySet().stream()
                .map(room -> "%s %s %s"
                        .formatted(room.getKey(), room.getValue().name(), notes.getOrDefault(room.getKey(), "")))
                .sorted()
                .toList();
    }

    /** All that the JSON doors show. */
    List<String> whole() {
        List<String> lines = new ArrayList<>(List.of("name " + name));
        lines.addAll(bookingList());
        lines.addAll(blockList());
        lines.addAll(availability());
        rooms.values().forEach(room -> lines.add("room " + room.name()));
        return lines.stream().sorted().toList();
    }
}
