package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.method.CalendarGet;
import org.roomnight.caldav.property.LiveProperties;
import org.roomnight.caldav.property.RenderContexts;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.http.PublicAddress;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;

/** A whole calendar is given in its turn among what costs as much. */
final class CalendarGetTurnTest {

    private static final Addresses ADDRESSES = new Addresses(PublicAddress.of("https://stay.example"));
    private static final int LARGE = 400_000;
    private static final String LINE = "X-NOTE:" + "a".repeat(4_000);

    private final TestServer server = TestServer.sqlite();
    private final CalendarObjects objects = server.bean(CalendarObjects.class);
    private final RequestLimiter limiter = new RequestLimiter(1);
    private final CalendarGet get = new CalendarGet(
            objects,
            new DavTree(objects),
            new RenderContexts(ADDRESSES, objects, server.bean(DavProperties.class), LiveProperties.all()),
            limiter);

    private static DavCall call(Property visitor, DavPath path, @Nullable String noneMatch) {
        DavCall.Headers headers = new DavCall.Headers(
                null, null, null, null, null, noneMatch, null, null, null, null, null, null, null, null);
        return new DavCall("GET", path, visitor, ADDRESSES, headers, new byte[0]);
    }

    private static Thread started(Runnable work) {
        return Thread.ofPlatform().daemon().start(work);
    }

    @Test
    void a_large_calendar_waits_for_its_turn_and_who_has_it_already_does_not() {
        DavHouse house = DavHouse.on(server);
        for (int i = 0; i < 3; i++) {
            AnEntry entry = anEntry("large-" + i);
            for (int line = 0; line < LARGE / LINE.length(); line++) {
                entry.also(LINE);
            }
            assertThat(house.put(house.path("suite", i + ".ics"), entry.toString())
                            .statusCode())
                    .isEqualTo(201);
        }
        house.put(house.path("cabin", "small.ics"), anEntry("small").toString());
        UUID hotel = UUID.fromString(house.house().hotel());
        Property visitor =
                server.bean(Properties.class).find(new PropertyId(hotel)).orElseThrow();
        DavPath.Calendar large = new DavPath.Calendar(hotel, "suite");
        DavPath.Calendar small = new DavPath.Calendar(hotel, "cabin");
        DavAnswer whole = get.answer(call(visitor, large, null), large);
        assertThat(whole.body().length()).isGreaterThan(2 * LARGE);

        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        started(() -> limiter.run(visitor, () -> {
            begun.countDown();
            return ended(end);
        }));
        ended(begun);
        Thread inLine = started(() -> limiter.run(visitor, () -> ended(end)));
        await().atMost(Duration.ofSeconds(10)).until(() -> inLine.getState() == Thread.State.TIMED_WAITING);
        try {
            assertThatThrownBy(() -> get.answer(call(visitor, large, null), large))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().status()).isEqualTo(503));
            String tag = whole.headers().getOrDefault("ETag", "");
            assertThat(get.answer(call(visitor, large, tag), large).status()).isEqualTo(304);
            assertThat(get.answer(call(visitor, small, null), small).status()).isEqualTo(200);
        } finally {
            end.countDown();
        }
    }

    private static boolean ended(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
