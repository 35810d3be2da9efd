package org.roomnight.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What should be stored after a platform's pushes and changes of rooms, written down without looking at the server. */
final class PushModel {

    /** A room type by all that it is known by. */
    static final class Room {
        final UUID id = UUID.randomUUID();
        final int quantity;
        final List<String> formerNames = new ArrayList<>();
        String name;

        @Nullable
        String rate;

        Room(String name, int quantity) {
            this.name = name;
            this.quantity = quantity;
        }

        void rename(String now) {
            if (!now.equals(name)) {
                formerNames.remove(name);
                formerNames.add(name);
                formerNames.remove(now);
                name = now;
            }
        }
    }

    /** What a platform says of a stay. */
    record Said(String name, String rate, LocalDate from, LocalDate to, int quantity) {}

    /** A stay and the room that it has. */
    record Stay(Said said, @Nullable UUID room) {}

    /** A booking as it is stored; {@code pushed} is what was sent last. */
    static final class Stored {
        List<Said> pushed = List.of();
        List<Stay> stays = List.of();
        boolean cancelled;
    }

    final Map<UUID, Room> rooms = new LinkedHashMap<>();
    final Map<UUID, Stored> bookings = new LinkedHashMap<>();

    void push(UUID id, List<Said> said) {
        Stored booking = bookings.computeIfAbsent(id, _ -> new Stored());
        booking.stays = placed(said.stream().map(stay -> new Stay(stay, null)).toList(), booking.stays);
        booking.pushed = said;
        booking.cancelled = false;
    }

    Stored booking(UUID id) {
        return Objects.requireNonNull(bookings.get(id));
    }

    Room room(UUID id) {
        return Objects.requireNonNull(rooms.get(id));
    }

    void cancel(UUID id) {
        booking(id).cancelled = true;
    }

    /** Stays without a room get one as soon as there is one of their name or rate. */
    void roomsChanged() {
        for (Stored booking : bookings.values()) {
            if (!booking.cancelled) {
                booking.stays = placed(booking.stays, booking.stays);
            }
        }
    }

    /** One room may tell another, so it goes on until nothing is found. */
    private List<Stay> placed(List<Stay> stays, List<Stay> stored) {
        List<Stay> now = stays.stream()
                .map(stay -> stay.room() != null ? stay : new Stay(stay.said(), room(stay.said(), stays, stored)))
                .toList();
        return now.equals(stays) ? now : placed(now, stored);
    }

    private @Nullable UUID room(Said said, List<Stay> own, List<Stay> stored) {
        for (Room room : rooms.values()) {
            if (said.rate().equals(room.rate)) {
                return room.id;
            }
        }
        for (Predicate<Stay> same : List.<Predicate<Stay>>of(
                stay -> stay.said().rate().equals(said.rate()),
                stay -> stay.said().name().equals(said.name()))) {
            List<UUID> known = roomsOf(own, same);
            known = known.isEmpty() ? roomsOf(stored, same) : known;
            if (known.size() == 1) {
                return known.getFirst();
            }
        }
        for (Predicate<Room> called : List.<Predicate<Room>>of(
                room -> room.name.equals(said.name()),
                room -> room.formerNames.contains(said.name()),
                room -> room.name.equalsIgnoreCase(said.name()),
                room -> room.formerNames.stream().anyMatch(said.name()::equalsIgnoreCase))) {
            List<Room> found = rooms.values().stream().filter(called).toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.getFirst().id : null;
            }
        }
        return null;
    }

    private List<UUID> roomsOf(List<Stay> stays, Predicate<Stay> same) {
        return stays.stream()
                .filter(same)
                .map(Stay::room)
                .filter(rooms::containsKey)
                .distinct()
                .toList();
    }

    int booked(UUID room, LocalDate night) {
        return bookings.values().stream()
                .filter(booking -> !booking.cancelled)
                .flatMap(booking -> booking.stays.stream())
                .filter(stay -> room.equals(stay.room()))
                .filter(stay -> !night.isBefore(stay.said().from())
                        && night.isBefore(stay.said().to()))
                .mapToInt(stay -> stay.said().quantity())
                .sum();
    }

    /** One event a unit, with a room or without. */
    int events() {
        return bookings.values().stream()
                .filter(booking -> !booking.cancelled)
                .flatMap(booking -> booking.stays.stream())
                .mapToInt(stay -> stay.said().quantity())
                .sum();
    }
}
