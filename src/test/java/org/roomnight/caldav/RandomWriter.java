package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.roomnight.TestServer;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;

/**
 * Changes the calendars of a house at random: three times of four several entries in one write of the module, else one
 * thing by a door. Entries of the two have names of their own, because those of the module are no blocks.
 */
final class RandomWriter {

    /** Those that change. */
    static final List<String> CALENDARS = List.of("cabin", "suite", "bookings");

    private enum Kind {
        MODULE,
        PUT,
        DELETE,
        MOVE,
        RECORD,
        CANCEL,
        BLOCK,
        RELEASE
    }

    private static final List<Kind> BY_DOOR =
            List.of(Kind.PUT, Kind.PUT, Kind.DELETE, Kind.MOVE, Kind.RECORD, Kind.CANCEL, Kind.BLOCK, Kind.RELEASE);
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);
    private static final int DAYS = 120;

    private final ReportHouse house;
    private final DavHouse door;
    private final Random random;
    private final CalendarCollection cabin;
    private final CalendarCollection suite;
    private final List<UUID> bookings = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);

    RandomWriter(ReportHouse house, Random random) {
        this.house = house;
        this.door = new DavHouse(house.house());
        this.random = random;
        this.cabin = house.facts("cabin");
        this.suite = house.facts("suite");
    }

    void change(int step) {
        Kind kind = random.nextInt(4) > 0 ? Kind.MODULE : BY_DOOR.get(random.nextInt(BY_DOOR.size()));
        boolean changed = switch (kind) {
            case MODULE -> module(step);
            case PUT -> put(step);
            case DELETE -> done(door.delete(path("cabin", "suite")), 204, 404);
            case MOVE -> move();
            case RECORD -> record();
            case CANCEL -> cancel();
            case BLOCK -> block();
            case RELEASE -> release();
        };
        if (changed) {
            done.merge(kind, 1, Integer::sum);
        }
    }

    /** Every kind of change was made, so that none of them is right only because it never happened. */
    void assertThatAllWasWritten() {
        System.out.println("changes " + done);
        assertThat(done).containsOnlyKeys(Kind.values());
    }

    private boolean module(int step) {
        return house.staff().together(house.property(), () -> {
            for (int i = random.nextInt(random.nextInt(5) + 1); i >= 0; i--) {
                CalendarCollection calendar = random.nextInt(3) == 0 ? suite : cabin;
                String name = "m" + random.nextInt(30) + ".ics";
                if (random.nextInt(3) == 0) {
                    house.staff().delete(house.property(), calendar.key(), name);
                } else {
                    house.staff().put(house.property(), calendar.key(), event(name, step + "-" + i));
                }
            }
            return true;
        });
    }

    private static CalendarObject event(String name, String summary) {
        byte[] octets =
                anEntry("uid-" + name).with("SUMMARY:" + summary).toString().getBytes(StandardCharsets.UTF_8);
        return CalendarObject.ofStaff(name, "uid-" + name, "VEVENT", FIRST, FIRST.plusDays(1), null, octets);
    }

    private boolean put(int step) {
        String path = path("cabin", "suite");
        LocalDate arrival = day();
        String entry = anEntry("uid" + path.substring(path.lastIndexOf('/')))
                .nights(basic(arrival), basic(nights(arrival)))
                .with("SUMMARY:" + step)
                .toString();
        return done(door.put(path, entry), 201, 204);
    }

    private static String basic(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private String path(String one, String other) {
        return door.path(random.nextBoolean() ? one : other, "d" + random.nextInt(12) + ".ics");
    }

    private boolean move() {
        String from = path("cabin", "suite");
        String to = from.contains("/cabin/") ? from.replace("/cabin/", "/suite/") : from.replace("/suite/", "/cabin/");
        return done(door.send("MOVE", from, "", "Destination", to), 201, 204, 404);
    }

    /** Whether it changed something, which a 404 says it did not; anything but what is expected fails. */
    private static boolean done(HttpResponse<byte[]> answer, Integer... expected) {
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isIn((Object[]) expected);
        return answer.statusCode() < 300;
    }

    private boolean record() {
        LocalDate arrival = day();
        return bookings.add(house.house()
                .record(roomType(), arrival.toString(), nights(arrival).toString()));
    }

    private boolean cancel() {
        if (bookings.isEmpty()) {
            return false;
        }
        house.house().cancel(bookings.remove(random.nextInt(bookings.size())));
        return true;
    }

    private boolean block() {
        LocalDate arrival = day();
        String stay = "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\",\"ifTaken\":\"keep\"}"
                .formatted(roomType(), arrival, nights(arrival));
        return blocks.add(house.house()
                .account()
                .done("POST", house.house().path("/block"), stay)
                .get("identifier")
                .stringValue());
    }

    private boolean release() {
        if (blocks.isEmpty()) {
            return false;
        }
        String block = blocks.remove(random.nextInt(blocks.size()));
        house.house().account().done("DELETE", house.house().path("/block/" + block), "", "If-Match", "*");
        return true;
    }

    private UUID roomType() {
        return random.nextBoolean() ? house.house().cabin() : house.house().suite();
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private LocalDate nights(LocalDate arrival) {
        return arrival.plusDays(1 + random.nextInt(4));
    }
}
