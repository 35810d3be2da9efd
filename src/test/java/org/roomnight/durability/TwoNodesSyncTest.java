package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Rounds;
import org.roomnight.caldav.SyncingClient;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes of one PostgreSQL database: actors on both change the same calendars and meanwhile synchronize, asking with
 * each request the other node. Nobody's token skips a change (rule 9). A seed replays what each actor does, not
 * who of them comes first.
 */
class TwoNodesSyncTest {

    private static final int STEPS = Rounds.of("roomnight.sync.steps", 1_500, 10_000);
    private static final int ACTORS = 6;

    /** One step of so many is a write, the others are answers to a calendar program. */
    private static final int STEPS_TO_A_WRITE = 4;

    private static final List<String> CALENDARS = List.of("wide", "hot", "bookings");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void whoever_synchronizes_with_both_nodes_while_both_write_ends_with_the_listing_of_each()
            throws IOException, InterruptedException, ExecutionException {
        Random random = new Random(Seed.of("TwoNodesSyncTest"));
        DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
        House house = Houses.make(address, folder, new Store(address.url()));
        try (KilledServer a = KilledServer.start(folder, settings(address));
                KilledServer b = KilledServer.start(folder, settings(address));
                RestDoor restA = a.door(house);
                RestDoor restB = b.door(house)) {
            String passkey = regenerate(restA, house);
            try (DavDoor davA = new DavDoor(a, house, passkey);
                    DavDoor davB = new DavDoor(b, house, passkey)) {
                List<Actor> actors = new ArrayList<>();
                for (int i = 0; i < ACTORS; i++) {
                    Random own = new Random(random.nextLong());
                    String calendar = path(house, CALENDARS.get(i % CALENDARS.size()));
                    DavWriter writer = i % 2 == 0
                            ? new DavWriter(davA, restA, house, own)
                            : new DavWriter(davB, restB, house, own);
                    actors.add(new Actor(own, writer, new SyncingClient(inTurn(davA, davB), calendar, own)));
                }
                run(actors);
                for (Actor actor : actors) {
                    endsWithTheListing(actor.client(), davA, davB);
                }
            }
        }
    }

    /** Writes at one node, and follows what all write at both. */
    private record Actor(Random random, DavWriter writer, SyncingClient client) {

        void step(int number) {
            if (random.nextInt(STEPS_TO_A_WRITE) == 0) {
                writer.write("c" + number);
            } else {
                client.follow();
            }
        }
    }

    private Map<String, String> settings(DatabaseAddress.Postgres address) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ROOMNIGHT_DATABASE_URL", address.url().substring("jdbc:".length()));
        settings.put("ROOMNIGHT_DRAIN_SECONDS", "0");
        settings.put("ROOMNIGHT_KEY_FILE", folder.resolve("keys/roomnight.keys").toString());
        return settings;
    }

    private static String regenerate(RestDoor door, House house) throws IOException, InterruptedException {
        HttpResponse<String> response = door.send("POST", house.path("/caldav/auth/regen"), "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body()).get("passkey").stringValue();
    }

    static String path(House house, String calendar) {
        return "/dav/calendars/%s/%s/".formatted(house.property(), calendar);
    }

    private static SyncingClient.Door inTurn(DavDoor a, DavDoor b) {
        AtomicInteger turn = new AtomicInteger();
        return (method, path, body, depth) -> (turn.getAndIncrement() % 2 == 0 ? a : b).ask(method, path, body, depth);
    }

    private static void run(List<Actor> actors) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        AtomicInteger begun = new AtomicInteger();
        List<Future<?>> acting = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(actors.size())) {
            for (Actor actor : actors) {
                acting.add(pool.submit(() -> {
                    for (int i = begun.getAndIncrement(); i < STEPS; i = begun.getAndIncrement()) {
                        actor.step(i);
                    }
                }));
            }
        }
        for (Future<?> one : acting) {
            one.get();
        }
        int changes =
                actors.stream().mapToInt(actor -> actor.writer().changes()).sum();
        int answers =
                actors.stream().mapToInt(actor -> actor.client().answers()).sum();
        System.out.printf(
                "Two nodes: %d steps of %d actors, of which %d changed something, and %d answers, in %.1f s%n",
                STEPS, ACTORS, changes, answers, (System.nanoTime() - began) / 1e9);
        assertThat(changes).isGreaterThan(STEPS / STEPS_TO_A_WRITE / 2);
        assertThat(answers).isGreaterThan(STEPS / 2);
    }

    /** A node may believe for a second what it last read; a change that was skipped never comes. */
    private static void endsWithTheListing(SyncingClient client, DavDoor a, DavDoor b) {
        Moment.until(
                "both nodes list the same",
                PATIENCE,
                () -> SyncingClient.listing(a, client.calendar()).equals(SyncingClient.listing(b, client.calendar())));
        Map<String, String> listing = SyncingClient.listing(a, client.calendar());
        assertThat(listing).isNotEmpty();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.upToDate().equals(listing) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(client.upToDate()).as(client.calendar()).isEqualTo(listing);
    }
}
