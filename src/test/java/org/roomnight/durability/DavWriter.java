package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Writes at one node what staff and a platform write: entries by CalDAV, bookings by REST. */
final class DavWriter {

    private static final int NAMES = 20;

    private final DavDoor dav;
    private final RestDoor rest;
    private final House house;
    private final Random random;
    private final List<Operation> bookings = new ArrayList<>();
    private int changes;

    DavWriter(DavDoor dav, RestDoor rest, House house, Random random) {
        this.dav = dav;
        this.rest = rest;
        this.house = house;
        this.random = random;
    }

    /** How many of its writes changed something. */
    int changes() {
        return changes;
    }

    /** One write; 404 is what others removed, 503 what the node could not do just now. */
    void write(String code) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> count(put(code));
            case 3 -> count(dav.send("DELETE", path(calendar(), name()), ""));
            case 4 -> count(move());
            case 5, 6 -> record(code);
            default -> cancel();
        }
    }

    private void count(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(201, 204, 404, 503);
        changes += answer.statusCode() < 300 ? 1 : 0;
    }

    private HttpResponse<byte[]> put(String code) {
        String name = name();
        LocalDate arrival = House.FIRST_NIGHT.plusDays(random.nextInt(100));
        String entry = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Example//Phone//EN",
                "BEGIN:VEVENT",
                "UID:" + name,
                "DTSTAMP:20270110T120000Z",
                "DTSTART;VALUE=DATE:" + arrival.format(DateTimeFormatter.BASIC_ISO_DATE),
                "SUMMARY:" + code,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        return dav.send("PUT", path(calendar(), name), entry, "Content-Type", "text/calendar; charset=utf-8");
    }

    private HttpResponse<byte[]> move() {
        String name = name();
        String from = calendar();
        String to = from.equals("wide") ? "hot" : "wide";
        return dav.send("MOVE", path(from, name), "", "Destination", path(to, name));
    }

    private void record(String code) {
        UUID roomType = random.nextBoolean() ? house.wide() : house.hot();
        LocalDate arrival = House.FIRST_NIGHT.plusDays(random.nextInt(100));
        UUID booking = new UUID(random.nextLong(), random.nextLong());
        Operation recording =
                new Operation(Operation.Kind.RECORD, code, booking, roomType, arrival, arrival.plusDays(2));
        if (done(recording)) {
            bookings.add(recording);
        }
    }

    private void cancel() {
        if (!bookings.isEmpty()) {
            Operation recorded = bookings.remove(random.nextInt(bookings.size()));
            done(recorded.cancelling(recorded.booking()));
        }
    }

    private boolean done(Operation operation) {
        Answer answer = rest.ask(operation);
        assertThat(answer.kind()).as(answer.toString()).isIn(Answer.Kind.DONE, Answer.Kind.NOT_DONE);
        boolean done = answer.kind() == Answer.Kind.DONE;
        changes += done ? 1 : 0;
        return done;
    }

    private String calendar() {
        return random.nextBoolean() ? "wide" : "hot";
    }

    private String name() {
        return "e" + random.nextInt(NAMES) + ".ics";
    }

    private String path(String calendar, String name) {
        return TwoNodesSyncTest.path(house, calendar) + name;
    }
}
