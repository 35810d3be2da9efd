package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.roomnight.TestServer.header;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.CuttableLine;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;

/** Two nodes on one PostgreSQL, and the line of the second is cut or held: whom it lets in, and what it shows. */
final class CutOffNodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** As long as one caller waits who has to find out. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

    /** As long as a caller waits for the answer to a statement. */
    private static final Duration STATEMENT_WAIT = Duration.ofSeconds(10);

    /** So long that one caller or another would have to find out. */
    private static final Duration LONGER_THAN_A_FAILURE_IS_REMEMBERED = Duration.ofMillis(600);

    private static final TestServer ONE = TestServer.postgres();
    private static final CuttableLine LINE = new CuttableLine(TestServer.postgresPort());
    private static final TestServer TWO = TestServer.postgresBy(LINE);
    private static final NodeNews NEWS = TWO.bean(NodeNews.class);
    private static final Set<String> HEARD = ConcurrentHashMap.newKeySet();

    static {
        for (NodeNews.Topic topic : NodeNews.Topic.values()) {
            NEWS.listen(topic, new NodeNews.Listener() {
                @Override
                public void told(PropertyId property) {
                    HEARD.add(topic + " " + property);
                }

                @Override
                public void missed() {}
            });
        }
    }

    /** Known to both nodes. */
    private static House house() {
        House house = ONE.account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        awaitLine(NodeNews.Line.UP);
        assertThat(house.feed(TWO).statusCode()).isEqualTo(200);
        assertThat(new DavPoll(house).at(TWO).statusCode()).isEqualTo(207);
        HEARD.clear();
        return house;
    }

    private static void awaitLine(NodeNews.Line line) {
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> NEWS.line() == line);
    }

    private static void awaitHeard(NodeNews.Topic topic, House house) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> HEARD.contains(topic + " " + house.hotel()));
    }

    private static void say(String text) {
        Database database = ONE.bean(Database.class);
        database.transactions()
                .writeShared(() -> database.jdbc()
                        .sql("SELECT pg_notify('roomnight', :text)")
                        .param("text", text)
                        .query((_, _) -> Boolean.TRUE)
                        .single());
    }

    @AfterEach
    void mend() {
        LINE.mend();
        TWO.clock().tick(A_MINUTE); // a failure is remembered for a moment
        awaitLine(NodeNews.Line.UP);
    }

    @AfterAll
    static void stop() {
        TWO.close();
        LINE.close();
    }

    @Test
    void news_of_a_booking_leave_the_passkeys_that_an_outage_needs() {
        House byFeed = house();
        House byDav = house();
        byFeed.record(byFeed.suite(), "2027-03-10", "2027-03-14");
        byDav.record(byDav.suite(), "2027-03-10", "2027-03-14");
        awaitHeard(NodeNews.Topic.CALENDAR, byFeed);
        awaitHeard(NodeNews.Topic.CALENDAR, byDav);
        var seen = new DavPoll(byDav).at(TWO);
        LINE.cut();
        TWO.clock().tick(A_MINUTE);
        var feed = byFeed.feed(TWO);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(header(feed, "Age")).isEqualTo("60");
        var dav = new DavPoll(byDav).at(TWO);
        assertThat(dav.statusCode()).isEqualTo(207);
        assertThat(dav.body()).isEqualTo(seen.body());
        assertThat(header(dav, "Age")).isEqualTo("60");
    }

    @Test
    void a_calendar_program_is_not_shown_what_this_node_knows_to_be_old() {
        House house = house();
        house.record(house.suite(), "2027-03-10", "2027-03-14");
        awaitHeard(NodeNews.Topic.CALENDAR, house);
        LINE.cut();
        TWO.clock().tick(A_MINUTE);
        assertThat(new DavPoll(house).at(TWO).statusCode()).isEqualTo(503);
    }

    @Test
    void a_passkey_that_another_node_stopped_is_refused_in_the_outage_that_follows() {
        House house = house();
        house.regenerated();
        awaitHeard(NodeNews.Topic.CONNECTION, house);
        LINE.cut();
        TWO.clock().tick(A_MINUTE);
        assertThat(house.feed(TWO).statusCode()).isEqualTo(503);
        assertThat(new DavPoll(house).at(TWO).statusCode()).isEqualTo(503);
    }

    @Test
    void after_news_may_have_been_missed_nobody_is_vouched_for_until_asked_about_again() {
        House house = house();
        LINE.cut();
        awaitLine(NodeNews.Line.DOWN);
        house.regenerated();
        LINE.mend();
        awaitLine(NodeNews.Line.UP);
        LINE.cut();
        TWO.clock().tick(A_MINUTE);
        assertThat(house.feed(TWO).statusCode()).isEqualTo(503);
    }

    @Test
    void news_of_a_node_that_knows_no_topics_and_of_a_topic_unknown_here_are_of_all() {
        for (String sender : List.of("an-older-node", "a-newer-node:prices")) {
            House house = house();
            say(sender + " " + house.hotel());
            awaitHeard(NodeNews.Topic.CALENDAR, house);
            awaitHeard(NodeNews.Topic.CONNECTION, house);
            LINE.cut();
            TWO.clock().tick(A_MINUTE);
            assertThat(house.feed(TWO).statusCode()).isEqualTo(503);
            mend();
        }
    }

    @Test
    void while_the_database_is_silent_polls_with_a_last_good_calendar_are_answered_at_once() throws Exception {
        House house = house();
        var good = house.feed(TWO);
        String tag = header(good, "ETag");
        DavPoll dav = new DavPoll(house);
        LINE.hold();
        TWO.clock().tick(A_MINUTE);
        Duration fastest = Duration.ofDays(1);
        for (int poll = 0; poll < 10; poll++) {
            long began = System.nanoTime();
            var feed = house.feed(TWO, "If-None-Match", poll % 2 == 0 ? tag : "\"another\"");
            var asked = Duration.ofNanos(System.nanoTime() - began);
            fastest = fastest.compareTo(asked) < 0 ? fastest : asked;
            assertThat(feed.statusCode()).isEqualTo(poll % 2 == 0 ? 304 : 200);
            assertThat(header(feed, "ETag")).isEqualTo(tag);
            assertThat(header(feed, "Age")).isEqualTo("60");
            var answer = dav.at(TWO);
            assertThat(answer.statusCode()).isEqualTo(207);
            assertThat(header(answer, "Age")).isEqualTo("60");
        }
        assertThat(fastest).isLessThan(Duration.ofMillis(100));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var polls = IntStream.range(0, 40)
                    .mapToObj(_ -> pool.submit(() -> house.feed(TWO).statusCode()))
                    .toList();
            for (var poll : polls) {
                assertThat(poll.get()).isEqualTo(200);
            }
        }
        LINE.mend();
        await().atMost(PATIENCE).until(() -> {
            TWO.clock().tick(Duration.ofSeconds(1));
            return header(house.feed(TWO), "Age").isEmpty();
        });
    }

    @Test
    void once_the_database_has_been_silent_for_a_moment_nobody_waits_to_be_told() {
        nobodyWaits(LINE::hold);
    }

    @Test
    void once_the_database_has_been_out_of_reach_for_a_moment_nobody_waits_to_be_told() {
        nobodyWaits(LINE::cut);
    }

    @Test
    void polls_that_wait_when_the_database_falls_silent_are_told_then_and_hold_up_no_other() throws Exception {
        House known = house();
        List<House> never =
                Stream.generate(() -> ONE.account().house()).limit(12).toList();
        LINE.hold();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> polls = never.subList(1, never.size()).stream()
                    .flatMap(house -> Stream.of(
                            pool.submit(() -> house.feed(TWO).statusCode()),
                            pool.submit(() -> new DavPoll(house).at(TWO).statusCode())))
                    .toList();
            awaitSilence();
            TWO.clock().tick(A_MINUTE);
            assertToldAtOnce(() -> never.getFirst().feed(TWO));
            assertToldAtOnce(() -> new DavPoll(never.getFirst()).at(TWO));
            assertThat(known.feed(TWO).statusCode()).isEqualTo(200);
            for (Future<Integer> poll : polls) {
                assertThat(poll.get(STATEMENT_WAIT.toMillis() / 2, TimeUnit.MILLISECONDS))
                        .isEqualTo(503);
            }
        }
    }

    private static void assertToldAtOnce(Supplier<HttpResponse<byte[]>> call) {
        long began = System.nanoTime();
        assertThat(call.get().statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(CONNECTION_WAIT);
    }

    private static void awaitSilence() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> TWO.bean(Database.class).pulse().isSilent());
    }

    private static void nobodyWaits(Runnable outage) {
        House house = house();
        House never = ONE.account().house();
        outage.run();
        awaitSilence();
        TWO.clock().tick(A_MINUTE);
        Account account = new Account(TWO, house.account().id(), house.account().token());
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGER_THAN_A_FAILURE_IS_REMEMBERED.toNanos()) {
            assertToldAtOnce(() -> never.feed(TWO));
            assertToldAtOnce(() -> new DavPoll(never).at(TWO));
            assertToldAtOnce(() -> account.send("GET", "/api/managing-entity/list", ""));
        }
        LINE.mend();
        await().atMost(PATIENCE).until(() -> {
            TWO.clock().tick(Duration.ofSeconds(1));
            return never.feed(TWO).statusCode() == 200;
        });
    }
}
