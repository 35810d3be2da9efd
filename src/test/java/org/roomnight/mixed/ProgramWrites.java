package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.TestServer;
import org.roomnight.mixed.House.Entry;
import org.roomnight.mixed.State.Block;

/** Changes by the CalDAV door, and passkeys. An address of which a program has no news any more is answered 404 or 412. */
final class ProgramWrites {

    private static final int MANY = 14;
    private static final Set<Integer> NOT_THERE = Set.of(404, 412);

    /** Or the other calendar has an entry of the same UID under another label. */
    private static final Set<Integer> NOT_TAKEN = Set.of(404, 412, 403);

    private final Writes writes;
    private final House house;
    private final Random random;

    ProgramWrites(Writes writes, House house, Random random) {
        this.writes = writes;
        this.house = house;
        this.random = random;
    }

    void any(Node node) {
        switch (random.nextInt(7)) {
            case 0, 1 -> put(node);
            case 2 -> change(node);
            case 3 -> delete(node);
            case 4 -> transfer(node);
            case 5 -> note(node);
            default -> regenerate(node);
        }
    }

    private Block block(String label, String room) {
        boolean recurs = random.nextInt(4) == 0;
        int nights = writes.nights();
        return new Block(
                label, room, writes.day(), nights, recurs ? 2 + random.nextInt(2) : 1, recurs ? nights + 2 : 0);
    }

    private static String entry(String uid, Block block) {
        return String.join(
                "\r\n",
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Example//Phone//EN",
                        "BEGIN:VEVENT",
                        "UID:" + uid,
                        "DTSTAMP:20270110T120000Z",
                        "DTSTART;VALUE=DATE:" + block.from().format(DateTimeFormatter.BASIC_ISO_DATE),
                        "DTEND;VALUE=DATE:" + block.to(0).format(DateTimeFormatter.BASIC_ISO_DATE),
                        "SUMMARY:" + block.label() + (block.rule().isEmpty() ? "" : "\r\nRRULE:" + block.rule()),
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    private void put(Node node) {
        if (house.now().blocks().size() >= MANY) {
            delete(node);
            return;
        }
        Block block = block(writes.label("E"), writes.room());
        Entry entry = new Entry(house.calendar(block.room()) + block.label() + ".ics", "uid-" + block.label());
        house.entries().put(block.key(), entry);
        writes.write(
                node,
                "put " + block,
                house.now().with(block),
                Set.of(201),
                Set.of(),
                () -> send(node, "PUT", entry, entry(entry.uid(), block), "If-None-Match", "*"));
    }

    private HttpResponse<byte[]> send(Node node, String method, Entry entry, String body, String... headers) {
        return house.program(node, method, entry.href(), body, headers);
    }

    /** A block whose entry a program has seen, or null. */
    private @Nullable Block known() {
        List<Block> known = house.now().blocks().values().stream()
                .filter(block -> house.entries().containsKey(block.key()))
                .toList();
        return known.isEmpty() ? null : writes.oneOf(known);
    }

    private void change(Node node) {
        Block before = known();
        if (before == null) {
            return;
        }
        Block after = block(random.nextBoolean() ? before.label() : writes.label("E"), before.room());
        Entry entry = house.takeEntry(before.key());
        if (house.now().blocks().containsKey(after.key()) && !after.key().equals(before.key())) {
            return;
        }
        house.entries().put(after.key(), entry);
        writes.write(
                node,
                "change %s to %s at %s".formatted(before, after, entry),
                house.now().without(before).with(after),
                Set.of(200, 204),
                NOT_THERE,
                () -> send(node, "PUT", entry, entry(entry.uid(), after), "If-Match", "*"));
    }

    private void delete(Node node) {
        Block block = known();
        if (block == null) {
            return;
        }
        Entry entry = house.takeEntry(block.key());
        writes.write(
                node,
                "delete %s at %s".formatted(block, entry),
                house.now().without(block),
                Set.of(204),
                NOT_THERE,
                () -> send(node, "DELETE", entry, ""));
    }

    /** MOVE within a calendar or to the other one, or COPY to the other one. */
    private void transfer(Node node) {
        Block block = known();
        if (block == null) {
            return;
        }
        boolean copy = random.nextInt(3) == 0;
        String room = copy || random.nextBoolean() ? other(block.room()) : block.room();
        Block there = new Block(block.label(), room, block.from(), block.nights(), block.times(), block.everyDays());
        if (!room.equals(block.room()) && house.now().blocks().containsKey(there.key())) {
            return;
        }
        Entry entry = Objects.requireNonNull(house.entries().get(block.key()));
        Entry target = new Entry(house.calendar(room) + writes.label("M") + ".ics", entry.uid());
        house.moved(block.label());
        if (!copy) {
            house.entries().remove(block.key());
        }
        house.entries().put(there.key(), target);
        State before = copy ? house.now() : house.now().without(block);
        writes.write(
                node,
                "%s %s from %s to %s".formatted(copy ? "copy" : "move", block, entry, target),
                before.with(there),
                Set.of(201),
                room.equals(block.room()) ? NOT_THERE : NOT_TAKEN,
                () -> send(node, copy ? "COPY" : "MOVE", entry, "", "Destination", target.href()));
    }

    private static String other(String room) {
        return room.equals(House.CABIN) ? House.SUITE : House.CABIN;
    }

    private void note(Node node) {
        String calendar = writes.room();
        String note = writes.label("N");
        String body = """
            <d:propertyupdate xmlns:d="DAV:"><d:set><d:prop><note xmlns="urn:example:program">%s</note></d:prop></d:set>\
            </d:propertyupdate>\
            """.formatted(note);
        writes.write(
                node,
                "note %s on %s".formatted(note, calendar),
                house.now().noted(calendar, note),
                Set.of(207),
                Set.of(),
                () -> house.program(
                        node, "PROPPATCH", house.calendar(calendar), body, "Content-Type", "application/xml"));
    }

    /** What the new passkey is only its answer says, so none may get lost. */
    private void regenerate(Node node) {
        if (node.isAway()) {
            return;
        }
        HttpResponse<byte[]> answer = node.rest("POST", house.path("/caldav/auth/regen"), "");
        house.note("regenerate at %s: %d".formatted(node, answer.statusCode()));
        if (answer.statusCode() == 200) {
            house.regenerated(House.passkey(answer), node);
        } else if (answer.statusCode() != 503 || !node.mayBeCutOff()) {
            throw new AssertionError(TestServer.text(answer));
        }
    }
}
