package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.CuttableLine;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.oauth.Scope;

/** The line between the server and PostgreSQL is cut: never an empty or shorter calendar (rule 4). */
final class OutageTest {

    private static final String URL = TestServer.postgresUrl();
    private static final CuttableLine LINE = new CuttableLine(port(URL));
    private static final TestServer SERVER = new TestServer(
            TestServer.Place.make(), TestServer.database(URL.replace(":" + port(URL) + "/", ":" + LINE.port() + "/")));

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static House house() {
        House house = SERVER.account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        return house;
    }

    @AfterEach
    void mend() {
        LINE.mend();
        House probe = await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(
                        () -> {
                            SERVER.clock().tick(Duration.ofSeconds(2)); // a failure is remembered for a moment
                            return house();
                        },
                        _ -> true);
        await().atMost(Duration.ofSeconds(20)).until(() -> probe.feed().statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        LINE.close();
    }

    private static void assertUnavailable(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "ETag")).isEmpty();
    }

    @Test
    void the_last_good_calendar_is_served_with_the_same_tag_and_its_age() {
        House house = house();
        var good = house.feed();
        assertThat(good.statusCode()).isEqualTo(200);
        LINE.cut();
        SERVER.clock().tick(Duration.ofMinutes(10));
        var last = house.feed();
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).isEqualTo(good.body());
        assertThat(header(last, "ETag")).isEqualTo(header(good, "ETag"));
        assertThat(header(last, "Age")).isEqualTo("600");
        assertThat(house.feed("Accept-Encoding", "gzip").statusCode()).isEqualTo(200);
        var unchanged = house.feed("If-None-Match", header(good, "ETag"));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(header(unchanged, "Age")).isEqualTo("600");
    }

    @Test
    void connections_that_broke_in_the_meantime_fail_no_poll() {
        House neverFetched = house();
        assertThat(house().feed().statusCode()).isEqualTo(200); // by a connection that now lies in the pool
        LINE.cut();
        LINE.mend();
        assertThat(neverFetched.feed().statusCode()).isEqualTo(200);
    }

    @Test
    void after_a_day_the_last_good_calendar_is_too_old() {
        House house = house();
        assertThat(house.feed().statusCode()).isEqualTo(200);
        LINE.cut();
        SERVER.clock().tick(Duration.ofHours(24));
        assertUnavailable(house.feed());
    }

    @Test
    void F_15_what_is_not_known_is_unavailable_and_never_empty() {
        House known = house();
        House never = house();
        String token = SERVER.token(known.account().id(), Set.of(Scope.BOOKING_READ));
        assertThat(known.feed().statusCode()).isEqualTo(200);
        LINE.cut();
        assertUnavailable(never.feed());
        assertUnavailable(known.withPasskey(never.passkey()).feed());
        for (String name : List.of(known.hotel(), UUID.randomUUID().toString())) {
            assertUnavailable(SERVER.send(SERVER.request(
                    "/api/cal/property/%s/booking/list".formatted(name), "Authorization", "Bearer " + token)));
        }
    }

    @Test
    void a_passkey_that_was_revoked_before_stays_refused_during_the_outage() {
        House old = house();
        assertThat(old.feed().statusCode()).isEqualTo(200);
        House next = old.regenerated();
        assertThat(next.feed().statusCode()).isEqualTo(200);
        LINE.cut();
        SERVER.clock().tick(Duration.ofMinutes(1));
        assertUnavailable(old.feed());
        assertThat(next.feed().statusCode()).isEqualTo(200);
    }

    @Test
    void polls_do_not_queue_up_behind_a_database_that_does_not_answer() throws Exception {
        House house = house();
        assertThat(house.feed().statusCode()).isEqualTo(200);
        LINE.cut();
        SERVER.clock().tick(Duration.ofMinutes(1));
        house.feed();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<Integer>> polls = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                polls.add(pool.submit(() -> house.feed().statusCode()));
            }
            for (Future<Integer> poll : polls) {
                assertThat(poll.get()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void the_server_recovers_by_itself_and_then_shows_what_was_changed_meanwhile() {
        House house = house();
        var good = house.feed();
        assertThat(good.statusCode()).isEqualTo(200);
        LINE.cut();
        SERVER.clock().tick(Duration.ofMinutes(1));
        assertThat(header(house.feed(), "Age")).isNotEmpty();
        LINE.mend();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            SERVER.clock().tick(Duration.ofSeconds(1));
            return header(house.feed(), "Age").isEmpty();
        });
        assertThat(house.feed().body()).isEqualTo(good.body());
        house.record(house.suite(), "2027-03-10", "2027-03-14");
        assertThat(text(house.feed())).contains("Suite");
    }
}
