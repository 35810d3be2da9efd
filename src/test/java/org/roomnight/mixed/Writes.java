package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.roomnight.TestServer;
import org.roomnight.mixed.State.Block;
import org.roomnight.mixed.State.Room;
import org.roomnight.mixed.State.Stay;
import tools.jackson.databind.JsonNode;

/** Changes by the JSON doors, and what all changes have in common: what their answers mean for the truth. */
final class Writes {

    private static final int MANY = 14;
    private static final String[] ANY_VERSION = {"If-Match", "*"};

    /** One of so many writes gets no answer to its COMMIT. */
    private static final int WRITES_TO_A_LOST_COMMIT = 30;

    private final Nodes nodes;
    private final House house;
    private final Random random;
    private int made;
    private int acknowledged;
    private int unknown;
    private int refused;

    Writes(Nodes nodes, House house, Random random) {
        this.nodes = nodes;
        this.house = house;
        this.random = random;
    }

    String counts() {
        return "writes acknowledged %d, refused %d, of unknown outcome %d".formatted(acknowledged, refused, unknown);
    }

    int acknowledged() {
        return acknowledged;
    }

    /** A request that changes something. */
    interface Request {
        HttpResponse<byte[]> send();
    }

    /** Sends it, and learns from the answer whether the house is now as it was, or as it is to be, or either. */
    void write(Node node, String what, State after, Set<Integer> done, Set<Integer> refusals, Request request) {
        boolean mayGetLost =
                !node.isAway() && random.nextInt(WRITES_TO_A_LOST_COMMIT) == 0 && nodes.loseCommit(node, random);
        int status = request.send().statusCode();
        boolean lost = mayGetLost && !nodes.keepCommits(node);
        house.note("%s at %s: %d%s".formatted(what, node, status, lost ? ", commit lost" : ""));
        if (status == 503 && lost) {
            unknown++;
            house.history().unknown(after, node);
        } else if ((status == 503 && node.mayBeCutOff()) || refusals.contains(status)) {
            refused++;
        } else if (done.contains(status) && !node.isAway()) { // then the commit that got lost was another's
            acknowledged++;
            house.history().acknowledged(after, node);
        } else {
            throw new AssertionError("%s at %s was answered %d".formatted(what, node, status));
        }
    }

    void any(Node node) {
        switch (random.nextInt(9)) {
            case 0, 1 -> record(node);
            case 2 -> sell(node);
            case 3 -> cancel(node);
            case 4 -> block(node);
            case 5 -> changeBlock(node);
            case 6 -> removeBlock(node);
            case 7 -> changeRoom(node);
            default -> rename(node);
        }
    }

    String room() {
        return random.nextBoolean() ? House.CABIN : House.SUITE;
    }

    LocalDate day() {
        return State.FIRST.plusDays(random.nextInt(24));
    }

    int nights() {
        return 1 + random.nextInt(4);
    }

    String label(String kind) {
        return kind + ++made;
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String body(UUID booking, Stay stay, Room room) {
        return """
            {"bookingIdentifier":"%s","bookingCode":"%s","firstName":"Robin","lastName":"Sample","roomStays":\
            [{"guestRoomIdentifier":"%s","startDate":"%s","endDate":"%s","adults":2}]}\
            """.formatted(booking, stay.code(), room.id(), stay.from(), stay.to());
    }

    private Stay stay(String code) {
        LocalDate from = day();
        return new Stay(code, room(), from, from.plusDays(nights()), false);
    }

    private void record(Node node) {
        Map<UUID, Stay> stays = house.now().stays();
        boolean known = stays.size() >= MANY || (!stays.isEmpty() && random.nextBoolean());
        UUID booking = known ? oneOf(List.copyOf(stays.keySet())) : newId();
        Stay stay = stay(known ? house.now().stay(booking).code() : label("B"));
        if (known
                && (house.now().stay(booking).cancelled()
                        || !house.now().stay(booking).room().equals(stay.room()))) {
            house.moved(stay.code());
        }
        write(
                node,
                "record " + stay,
                house.now().with(booking, stay),
                Set.of(200, 201),
                Set.of(),
                () -> node.rest(
                        "PUT",
                        house.path("/booking/" + booking),
                        body(booking, stay, house.now().room(stay.room()))));
    }

    private void sell(Node node) {
        if (house.now().stays().size() >= MANY) {
            cancel(node);
            return;
        }
        UUID booking = newId();
        Stay stay = stay(label("B"));
        boolean free = house.now().isFree(stay.room(), stay.from(), stay.to());
        write(
                node,
                "sell " + stay,
                house.now().with(booking, stay),
                free ? Set.of(201) : Set.of(),
                free ? Set.of() : Set.of(409),
                () -> node.rest(
                        "POST",
                        house.path("/booking"),
                        body(booking, stay, house.now().room(stay.room()))));
    }

    private void cancel(Node node) {
        if (house.now().stays().isEmpty()) {
            return;
        }
        UUID booking = oneOf(List.copyOf(house.now().stays().keySet()));
        Stay stay = house.now().stay(booking);
        write(
                node,
                "cancel " + stay.code(),
                house.now().with(booking, new Stay(stay.code(), stay.room(), stay.from(), stay.to(), true)),
                Set.of(200),
                Set.of(),
                () -> node.rest("PATCH", house.path("/booking/" + booking + "/cancel"), "", ANY_VERSION));
    }

    private static String body(UUID id, Block block, Room room, String ifTaken) {
        return """
            {"identifier":"%s","guestRoomIdentifier":"%s","startDate":"%s","endDate":"%s","note":"%s",\
            "ifTaken":"%s","reason":"other"}\
            """.formatted(id, room.id(), block.from(), block.to(block.times() - 1), block.label(), ifTaken);
    }

    private void block(Node node) {
        if (house.now().blocks().size() >= MANY) {
            removeBlock(node);
            return;
        }
        Block block = new Block(label("K"), room(), day(), nights(), 1, 0);
        boolean keep = random.nextBoolean();
        boolean done = keep || house.now().isFree(block.room(), block.from(), block.to(0));
        write(
                node,
                "block " + block,
                house.now().with(block),
                done ? Set.of(201) : Set.of(),
                done ? Set.of() : Set.of(409),
                () -> node.rest(
                        "POST",
                        house.path("/block"),
                        body(newId(), block, house.now().room(block.room()), keep ? "keep" : "refuse")));
    }

    private UUID newId() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }

    /** What the JSON door calls a block, or nothing while it cannot say. */
    private String identifier(Node node, Block block) {
        HttpResponse<byte[]> list = node.rest("GET", house.path(Questions.BLOCK_LIST), "");
        if (list.statusCode() != 200) {
            return "";
        }
        String room = house.now().room(block.room()).id().toString();
        for (JsonNode one : TestServer.json(list).get("items")) {
            if (one.get("note").stringValue().equals(block.label())
                    && one.get("guestRoomIdentifier").stringValue().equals(room)) {
                return one.get("identifier").stringValue();
            }
        }
        throw new AssertionError("no block %s in %s".formatted(block, TestServer.text(list)));
    }

    /** Other words with the nights that it had, or one stay of other nights, perhaps of another room. */
    private void changeBlock(Node node) {
        if (house.now().blocks().isEmpty()) {
            return;
        }
        Block before = oneOf(List.copyOf(house.now().blocks().values()));
        String label = random.nextBoolean() ? before.label() : label("K");
        Block after = random.nextBoolean()
                ? new Block(label, before.room(), before.from(), before.nights(), before.times(), before.everyDays())
                : new Block(label, room(), day(), nights(), 1, 0);
        boolean twin = !after.key().equals(before.key()) && house.now().blocks().containsKey(after.key());
        String identifier = identifier(node, before);
        if (identifier.isEmpty() || twin || becomesOne(before, after)) {
            return;
        }
        house.entries().remove(before.key());
        house.moved(before.label());
        write(
                node,
                "change %s to %s".formatted(before, after),
                house.now().without(before).with(after),
                Set.of(200),
                Set.of(),
                () -> node.rest(
                        "PUT",
                        house.path("/block/" + identifier),
                        body(UUID.fromString(identifier), after, house.now().room(after.room()), "keep"),
                        ANY_VERSION));
    }

    /** Whether a recurring one would become one stay of the same first and last day, which the door takes for no change. */
    private static boolean becomesOne(Block before, Block after) {
        return before.times() != after.times()
                && before.from().equals(after.from())
                && before.to(before.times() - 1).equals(after.to(0));
    }

    private void removeBlock(Node node) {
        if (house.now().blocks().isEmpty()) {
            return;
        }
        Block block = oneOf(List.copyOf(house.now().blocks().values()));
        String identifier = identifier(node, block);
        if (!identifier.isEmpty()) {
            write(
                    node,
                    "remove " + block,
                    house.now().without(block),
                    Set.of(204),
                    Set.of(),
                    () -> node.rest("DELETE", house.path("/block/" + identifier), "", ANY_VERSION));
        }
    }

    private void changeRoom(Node node) {
        String slug = room();
        Room before = house.now().room(slug);
        int quantity = random.nextBoolean() ? before.quantity() : 1 + random.nextInt(4);
        Room after = new Room(before.id(), label(slug), quantity);
        boolean fits = house.now().fits(slug, quantity);
        write(
                node,
                "make %s %s".formatted(slug, after),
                house.now().with(slug, after),
                fits ? Set.of(200) : Set.of(),
                fits ? Set.of() : Set.of(409),
                () -> node.rest("PUT", house.path("/guest-room/" + after.id()), House.roomBody(after), ANY_VERSION));
    }

    private void rename(Node node) {
        String name = label("Harbour");
        write(
                node,
                "name it " + name,
                house.now().named(name),
                Set.of(200),
                Set.of(),
                () -> node.rest("PATCH", house.path("/property"), "{\"name\":\"%s\"}".formatted(name), ANY_VERSION));
    }
}
