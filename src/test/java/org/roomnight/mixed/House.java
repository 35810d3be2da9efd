package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import org.roomnight.mixed.State.Room;

/** The house that is asked and changed: its addresses, its passkeys, its history, and what was done last. */
final class House {

    static final String CABIN = "cabin";
    static final String SUITE = "suite";

    private static final int REMEMBERED = 60;

    private final Account account;
    private final UUID id = UUID.randomUUID();
    private final String hotel;
    private final History history = new History();
    private final List<Passkey> passkeys = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> movedEntries = new HashSet<>();
    private final Deque<String> done = new ArrayDeque<>();

    /** A passkey, and where and when it was acknowledged that it is the only one. */
    record Passkey(String text, Node node, long sinceNanos) {}

    /** Where a block is in the calendar, as far as clients have seen it. */
    record Entry(String href, String uid) {}

    House(Node first) {
        account = first.server().account();
        first.renewToken(account);
        State state = new State("Harbour", new TreeMap<>(), Map.of(), Map.of(), Map.of());
        made(first.rest("PUT", path("/property"), "{\"name\":\"Harbour\",\"timeZone\":\"Europe/Lisbon\"}"));
        for (Map.Entry<String, Integer> room : Map.of(CABIN, 1, SUITE, 3).entrySet()) {
            Room made = new Room(UUID.randomUUID(), room.getKey(), room.getValue());
            made(first.rest("PUT", path("/guest-room/" + made.id()), roomBody(made)));
            state = state.with(room.getKey(), made);
        }
        HttpResponse<byte[]> connection = first.rest("POST", path("/caldav/auth/regen"), "");
        hotel = TestServer.json(connection).get("hotelIdentifier").stringValue();
        passkeys.add(new Passkey(passkey(connection), first, first.nanos()));
        history.acknowledged(state, first);
    }

    private static void made(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(TestServer.text(answer));
        }
    }

    static String roomBody(Room room) {
        return "{\"name\":\"%s\",\"quantity\":%d}".formatted(room.name(), room.quantity());
    }

    static String passkey(HttpResponse<byte[]> connection) {
        return TestServer.json(connection).get("passkey").stringValue();
    }

    Account account() {
        return account;
    }

    History history() {
        return history;
    }

    State now() {
        return history.now();
    }

    String path(String rest) {
        return "/api/managing-entity/%s/extranet%s".formatted(id, rest);
    }

    String feedPath() {
        return "/api/cal/property/%s/booking/list".formatted(hotel);
    }

    String calendars() {
        return "/dav/calendars/" + hotel + "/";
    }

    String calendar(String name) {
        return calendars() + name + "/";
    }

    void regenerated(String passkey, Node node) {
        passkeys.add(new Passkey(passkey, node, node.nanos()));
    }

    Passkey passkey() {
        return passkeys.getLast();
    }

    /** One that was replaced, and what replaced it. */
    List<List<Passkey>> replaced() {
        List<List<Passkey>> pairs = new ArrayList<>();
        for (int i = Math.max(0, passkeys.size() - 3); i < passkeys.size() - 1; i++) {
            pairs.add(passkeys.subList(i, i + 2));
        }
        return pairs;
    }

    /** A request of a calendar program, with the passkey of now. */
    HttpResponse<byte[]> program(Node node, String method, String path, String body, String... headers) {
        return program(passkey(), node, method, path, body, headers);
    }

    HttpResponse<byte[]> program(
            Passkey passkey, Node node, String method, String path, String body, String... headers) {
        return node.send(method, path, body, TestServer.basic(hotel, passkey.text()), headers);
    }

    /** Where the entries of blocks are, by the key of the block. */
    Map<String, Entry> entries() {
        return entries;
    }

    /** The same, of which nothing is known from now on. */
    Entry takeEntry(String key) {
        return Objects.requireNonNull(entries.remove(key));
    }

    /** The entry of a booking or block may be elsewhere than it was, so that its old address says nothing of it. */
    void moved(String identity) {
        movedEntries.add(identity);
    }

    boolean hasMoved(String identity) {
        return movedEntries.contains(identity);
    }

    void note(String action) {
        done.addLast(action);
        if (done.size() > REMEMBERED) {
            done.removeFirst();
        }
    }

    /** What was done last, line by line. */
    String lately() {
        return String.join("\n", done);
    }
}
