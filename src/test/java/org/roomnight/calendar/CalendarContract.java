package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;

/** Claims as calendar objects, and the log that sync clients replay. */
interface CalendarContract {

    LocalDate DAY = LocalDate.of(2027, 3, 1);

    TestServer server();

    private Inside inside() {
        House house = server().account().house();
        var property = server().bean(Properties.class)
                .find(house.account().id(), new ManagingEntityId(house.id()))
                .orElseThrow();
        List<RoomType> types = server().bean(RoomTypes.class).list(property.id());
        return new Inside(
                server(), property.id(), types.getFirst().id(), types.getLast().id());
    }

    private static StayDates nights(int from, int count) {
        return new StayDates(DAY.plusDays(from), DAY.plusDays(from + count));
    }

    private static ClaimId newClaim() {
        return new ClaimId(UUID.randomUUID());
    }

    /** What a sync client knows of one collection. */
    final class SyncClient {
        private final Map<String, String> tags = new LinkedHashMap<>();
        private Revision token = Revision.NONE;

        Map<String, String> known() {
            return tags;
        }

        void sync(Inside inside, Collection collection, int pageSize) {
            List<Change> page;
            do {
                page = inside.objects().changes(inside.property(), collection, token, pageSize);
                for (Change change : page) {
                    if (change.removed()) {
                        tags.remove(change.name());
                    } else {
                        tags.put(
                                change.name(),
                                inside.objects()
                                        .find(inside.property(), collection, change.name())
                                        .orElseThrow()
                                        .etag());
                    }
                    token = change.revision();
                }
            } while (page.size() == pageSize);
        }
    }

    @Test
    default void a_client_that_replays_the_log_ends_with_what_a_fresh_listing_shows() {
        long seed = 20270301;
        Random random = new Random(seed);
        Inside inside = inside();
        List<ClaimId> alive = new ArrayList<>();
        List<Collection> collections =
                List.of(Collection.BOOKINGS, Collection.of(inside.cabin()), Collection.of(inside.suite()));
        Map<Collection, SyncClient> clients = new HashMap<>();
        for (int step = 0; step < 150; step++) {
            writeSomething(random, inside, alive);
            for (Collection collection : collections) {
                if (random.nextInt(3) > 0) {
                    SyncClient client = clients.computeIfAbsent(collection, _ -> new SyncClient());
                    client.sync(inside, collection, 1_000);
                    assertThat(client.tags)
                            .as("seed %d step %d %s", seed, step, collection)
                            .isEqualTo(inside.listing(collection));
                }
            }
        }
    }

    private static void writeSomething(Random random, Inside inside, List<ClaimId> alive) {
        RoomTypeId type = random.nextBoolean() ? inside.cabin() : inside.suite();
        StayDates dates = nights(random.nextInt(20), 1 + random.nextInt(6));
        switch (alive.isEmpty() ? 0 : random.nextInt(4)) {
            case 0, 1 -> {
                ClaimId claim = newClaim();
                inside.record(claim, type, dates, "Guest " + random.nextInt(100));
                alive.add(claim);
            }
            case 2 -> inside.change(alive.get(random.nextInt(alive.size())), type, dates, "G " + random.nextInt(100));
            default -> inside.release(alive.remove(random.nextInt(alive.size())));
        }
    }

    @Test
    default void the_log_names_each_object_once_with_its_last_change_in_order() {
        Inside inside = inside();
        ClaimId first = newClaim();
        ClaimId second = newClaim();
        Revision before = inside.revision();
        inside.record(first, inside.suite(), nights(0, 2), "A");
        inside.record(second, inside.suite(), nights(0, 2), "B");
        inside.change(first, inside.suite(), nights(5, 2), "A");
        List<Change> changes = inside.changes(Collection.BOOKINGS, before);
        assertThat(changes).extracting(Change::name).containsExactly(second + ".ics", first + ".ics");
        assertThat(changes).extracting(Change::revision).isSorted().allMatch(one -> one.compareTo(before) > 0);
        assertThat(changes.getLast().revision()).isEqualTo(inside.revision());
        assertThat(inside.changes(Collection.BOOKINGS, inside.revision())).isEmpty();
    }

    @Test
    default void a_released_stay_leaves_a_tombstone_in_both_its_collections() {
        Inside inside = inside();
        ClaimId claim = newClaim();
        inside.record(claim, inside.cabin(), nights(0, 2), "A");
        Revision before = inside.revision();
        inside.release(claim);
        for (Collection collection : List.of(Collection.BOOKINGS, Collection.of(inside.cabin()))) {
            assertThat(inside.changes(collection, before))
                    .containsExactly(new Change(claim + ".ics", inside.revision(), true));
            assertThat(inside.listing(collection)).isEmpty();
        }
        assertThat(inside.changes(Collection.of(inside.suite()), Revision.NONE)).isEmpty();
        assertThat(inside.objects().find(inside.property(), Collection.BOOKINGS, claim + ".ics"))
                .isEmpty();
    }

    @Test
    default void a_move_to_another_room_type_is_a_removal_here_and_an_addition_there() {
        Inside inside = inside();
        ClaimId claim = newClaim();
        inside.record(claim, inside.cabin(), nights(0, 2), "A");
        Revision before = inside.revision();
        String uid = inside.objects()
                .find(inside.property(), Collection.BOOKINGS, claim + ".ics")
                .orElseThrow()
                .uid();
        inside.change(claim, inside.suite(), nights(0, 2), "A");
        String name = claim + ".ics";
        assertThat(inside.changes(Collection.of(inside.cabin()), before))
                .containsExactly(new Change(name, inside.revision(), true));
        assertThat(inside.changes(Collection.of(inside.suite()), before))
                .containsExactly(new Change(name, inside.revision(), false));
        assertThat(inside.changes(Collection.BOOKINGS, before))
                .containsExactly(new Change(name, inside.revision(), false));
        assertThat(inside.objects()
                        .find(inside.property(), Collection.BOOKINGS, name)
                        .orElseThrow()
                        .uid())
                .isEqualTo(uid);
        inside.change(claim, inside.cabin(), nights(0, 2), "A");
        assertThat(inside.listing(Collection.of(inside.suite()))).isEmpty();
        assertThat(inside.listing(Collection.of(inside.cabin()))).hasSize(1);
    }

    @Test
    default void a_listing_has_the_stays_with_a_night_in_the_window_by_arrival() {
        Inside inside = inside();
        ClaimId early = newClaim();
        ClaimId late = newClaim();
        inside.record(late, inside.suite(), nights(10, 2), "late");
        inside.record(early, inside.suite(), nights(8, 2), "early");
        record Window(int from, int to, List<ClaimId> expected) {}
        for (Window window : List.of(
                new Window(0, 8, List.of()),
                new Window(0, 9, List.of(early)),
                new Window(9, 11, List.of(early, late)),
                new Window(10, 11, List.of(late)),
                new Window(12, 20, List.of()))) {
            List<String> found = new ArrayList<>();
            LocalDate from = DAY.plusDays(window.from());
            LocalDate to = DAY.plusDays(window.to());
            inside.objects().each(inside.property(), Collection.BOOKINGS, from, to, one -> found.add(one.name()));
            assertThat(found)
                    .as(window.toString())
                    .isEqualTo(window.expected().stream()
                            .map(claim -> claim + ".ics")
                            .toList());
        }
    }

    @Test
    default void a_write_that_is_rolled_back_leaves_no_object_no_log_and_no_revision() {
        Inside inside = inside();
        ClaimId kept = newClaim();
        inside.record(kept, inside.suite(), nights(0, 2), "A");
        Revision before = inside.revision();
        Map<String, String> listing = inside.listing(Collection.BOOKINGS);
        assertThatThrownBy(() -> inside.write(() -> {
                    inside.record(newClaim(), inside.suite(), nights(0, 2), "B");
                    inside.change(kept, inside.cabin(), nights(4, 2), "C");
                    inside.release(kept);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(inside.revision()).isEqualTo(before);
        assertThat(inside.listing(Collection.BOOKINGS)).isEqualTo(listing);
        assertThat(inside.changes(Collection.BOOKINGS, before)).isEmpty();
        assertThat(inside.changes(Collection.of(inside.cabin()), Revision.NONE)).isEmpty();
    }

    @Test
    default void who_has_seen_a_revision_has_seen_every_change_up_to_it_while_others_write()
            throws InterruptedException, ExecutionException {
        Inside inside = inside();
        AtomicBoolean done = new AtomicBoolean();
        SyncClient client = new SyncClient();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                int own = writer;
                writers.add(pool.submit(() -> {
                    Random random = new Random(own);
                    List<ClaimId> alive = new ArrayList<>();
                    for (int step = 0; step < 25; step++) {
                        writeSomething(random, inside, alive);
                    }
                }));
            }
            Future<?> reader = pool.submit(() -> {
                while (!done.get()) {
                    for (Change change : inside.changes(Collection.BOOKINGS, client.token)) {
                        if (change.removed()) {
                            client.tags.remove(change.name());
                        } else {
                            client.tags.put(change.name(), "");
                        }
                        client.token = change.revision();
                    }
                }
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            reader.get();
        }
        for (Change change : inside.changes(Collection.BOOKINGS, client.token)) {
            if (change.removed()) {
                client.tags.remove(change.name());
            } else {
                client.tags.put(change.name(), "");
            }
        }
        assertThat(client.tags.keySet())
                .isEqualTo(inside.listing(Collection.BOOKINGS).keySet());
    }

    @Test
    default void after_a_write_has_returned_no_poll_sees_the_calendar_before_it()
            throws InterruptedException, ExecutionException {
        Inside inside = inside();
        PropertyCalendars calendars = server().bean(PropertyCalendars.class);
        ClaimId claim = newClaim();
        inside.record(claim, inside.cabin(), nights(0, 2), "Guest 0 end");
        AtomicInteger returned = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> polls = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                polls.add(pool.submit(() -> {
                    int seen = 0;
                    while (!done.get()) {
                        int atLeast = returned.get();
                        String tag = calendars.head(inside.property()).etag();
                        int found = guest(calendars.whole(inside.property()));
                        assertThat(found).isGreaterThanOrEqualTo(atLeast);
                        assertThat(tag).hasSize(32);
                        seen++;
                    }
                    return seen;
                }));
            }
            for (int change = 1; change <= 100; change++) {
                inside.change(claim, inside.cabin(), nights(0, 2), "Guest " + change + " end");
                returned.set(change);
                assertThat(guest(calendars.whole(inside.property()))).isEqualTo(change);
            }
            done.set(true);
            for (Future<Integer> poll : polls) {
                assertThat(poll.get()).isPositive();
            }
        }
    }

    private static int guest(ServedCalendar calendar) {
        var out = new java.io.ByteArrayOutputStream();
        try {
            calendar.identity().to(out);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return Integer.parseInt(out.toString(java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?s).*SUMMARY:Guest (\\d+) end.*", "$1"));
    }

    @Test
    default void a_rename_changes_the_objects_that_show_the_name_and_no_others() {
        Inside inside = inside();
        ClaimId cabin = newClaim();
        ClaimId suite = newClaim();
        inside.record(cabin, inside.cabin(), nights(0, 2), "A");
        inside.record(suite, inside.suite(), nights(0, 2), "B");
        Revision before = inside.revision();
        inside.write(() -> server().bean(RoomTypes.class)
                .put(
                        inside.property(),
                        inside.cabin(),
                        new RoomType.RoomTypeFacts("Lodge", List.of("1"), null),
                        new ExpectedVersion.Any()));
        assertThat(inside.changes(Collection.BOOKINGS, before))
                .extracting(Change::name)
                .containsExactly(cabin + ".ics");
    }
}
