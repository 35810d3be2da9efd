package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** Of many clients that change the entry with one entity tag at once, exactly one wins, by whatever method. */
interface LostUpdateContract {

    int CLIENTS = 12;
    int ROUNDS = 5;

    TestServer server();

    /** Where every second client asks: another node, if there is one. */
    default TestServer other() {
        return server();
    }

    /** What a client does to the entry that had this tag. */
    interface Change {

        HttpResponse<byte[]> by(DavHouse house, int client, String tag);
    }

    private static HttpResponse<byte[]> put(DavHouse house, int client, String tag) {
        String mine = anEntry("a").with("SUMMARY:Client " + client).toString();
        return house.put(house.path("suite", "a.ics"), mine, "If-Match", tag);
    }

    private static HttpResponse<byte[]> delete(DavHouse house, int client, String tag) {
        return house.delete(house.path("suite", "a.ics"), "If-Match", tag);
    }

    private static HttpResponse<byte[]> move(DavHouse house, int client, String tag) {
        String to = house.path(client % 3 == 0 ? "suite" : "cabin", "moved-" + client + ".ics");
        return house.send("MOVE", house.path("suite", "a.ics"), "", "Destination", to, "If-Match", tag);
    }

    /** The answers in the order of the clients, of which one only is a success. */
    private List<HttpResponse<byte[]>> race(DavHouse house, Change change)
            throws InterruptedException, ExecutionException {
        String tag = header(house.put(house.path("suite", "a.ics"), anEntry("a").toString()), "ETag");
        DavHouse elsewhere = house.at(other());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<HttpResponse<byte[]>>> asked = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                asked.add(pool.submit(() -> {
                    start.await();
                    return change.by(client % 2 == 0 ? house : elsewhere, client, tag);
                }));
            }
            start.countDown();
        }
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (Future<HttpResponse<byte[]>> one : asked) {
            answers.add(one.get());
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 204, 404, 412))
                .filteredOn(LostUpdateContract::won)
                .hasSize(1);
        return answers;
    }

    private static boolean won(HttpResponse<byte[]> answer) {
        return answer.statusCode() < 300;
    }

    private static HttpResponse<byte[]> winner(List<HttpResponse<byte[]>> answers) {
        return answers.stream().filter(LostUpdateContract::won).findFirst().orElseThrow();
    }

    /** The names in a calendar. */
    private static List<String> names(DavHouse house, String calendar) {
        DavClient client = new DavClient(house.house());
        return client.propfind(client.calendar(calendar), 1).hrefs().stream()
                .filter(href -> !href.endsWith("/"))
                .map(href -> href.substring(href.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    default void of_many_puts_with_one_entity_tag_exactly_one_wins() throws InterruptedException, ExecutionException {
        DavHouse house = DavHouse.on(server());
        for (int round = 0; round < ROUNDS; round++) {
            var answers = race(house, LostUpdateContract::put);
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(204, 412);
            assertThat(header(house.get(house.path("suite", "a.ics")), "ETag"))
                    .isEqualTo(header(winner(answers), "ETag"));
        }
    }

    @Test
    default void of_many_deletions_with_one_entity_tag_exactly_one_wins()
            throws InterruptedException, ExecutionException {
        DavHouse house = DavHouse.on(server());
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(race(house, LostUpdateContract::delete))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(204, 404);
            assertThat(names(house, "suite")).isEmpty();
        }
    }

    @Test
    default void of_many_moves_with_one_entity_tag_exactly_one_wins() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            DavHouse house = DavHouse.on(server());
            var answers = race(house, LostUpdateContract::move);
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 404);
            List<String> left = new ArrayList<>(names(house, "suite"));
            left.addAll(names(house, "cabin"));
            assertThat(left).containsExactly("moved-" + answers.indexOf(winner(answers)) + ".ics");
        }
    }

    @Test
    default void of_puts_deletions_and_moves_with_one_entity_tag_exactly_one_wins()
            throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            DavHouse house = DavHouse.on(server());
            var answers = race(house, (at, client, tag) -> switch (client / 2 % 3) {
                case 0 -> put(at, client, tag);
                case 1 -> delete(at, client, tag);
                default -> move(at, client, tag);
            });
            int client = answers.indexOf(winner(answers));
            List<String> left = new ArrayList<>(names(house, "suite"));
            left.addAll(names(house, "cabin"));
            assertThat(left)
                    .isEqualTo(
                            switch (client / 2 % 3) {
                                case 0 -> List.of("a.ics");
                                case 1 -> List.of();
                                default -> List.of("moved-" + client + ".ics");
                            });
        }
    }
}
