package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.roomnight.TestServer.text;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.cluster.NodeNews;
import org.roomnight.storage.Database;

/** What any program may say on the channel of the news does not end the hearing of others. */
class UnreadableNewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void news_that_nobody_can_read_are_got_over_and_later_ones_are_heard() {
        TestServer node = TestServer.secondPostgres();
        House house = TestServer.postgres().account().house();
        NodeNews news = node.bean(NodeNews.class);
        await().atMost(PATIENCE).until(() -> news.line() == NodeNews.Line.UP);
        long before = news.unreadable();
        List<String> garbage = List.of("x y", "a b c", "node 1-2-3", "n 🌙", "", "node:calendar");
        garbage.forEach(UnreadableNewsTest::say);
        await().atMost(PATIENCE).until(() -> news.unreadable() == before + garbage.size());
        assertThat(news.line()).isEqualTo(NodeNews.Line.UP);
        assertThat(node.operations("/actuator/prometheus"))
                .contains("roomnight_news_unreadable_total " + (double) news.unreadable());
        house.feed(node);
        house.record(house.cabin(), "2027-03-10", "2027-03-12");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(house.feed(node))).contains("BEGIN:VEVENT"));
    }

    private static void say(String text) {
        Database database = TestServer.postgres().bean(Database.class);
        database.transactions()
                .writeShared(() -> database.jdbc()
                        .sql("SELECT pg_notify('roomnight', :text)")
                        .param("text", text)
                        .query((_, _) -> Boolean.TRUE)
                        .single());
    }
}
