package org.roomnight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.cluster.NodeNews.Topic;
import org.roomnight.kernel.PropertyId;

/** What goes over the line between nodes, also between those of different versions. */
final class NewsTest {

    private static final PropertyId HOUSE = new PropertyId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890"));

    @Test
    void what_a_node_tells_another_reads() {
        for (Topic topic : Topic.values()) {
            assertThat(News.parse(News.text("node-1", topic, HOUSE)))
                    .contains(new News("node-1", Set.of(topic), HOUSE));
        }
    }

    @Test
    void a_node_without_topics_reads_the_property_and_takes_the_rest_for_another_node() {
        String[] asOlderNodesRead = News.text("node-1", Topic.CALENDAR, HOUSE).split(" ", 2);
        assertThat(asOlderNodesRead[1]).isEqualTo(HOUSE.toString());
        assertThat(asOlderNodesRead[0]).isNotEqualTo("node-2");
    }

    @Test
    void without_a_topic_or_with_an_unknown_one_it_is_of_all() {
        for (String sender : List.of("node-1", "node-1:prices", "node-1:")) {
            assertThat(News.parse(sender + " " + HOUSE)).contains(new News("node-1", Set.of(Topic.values()), HOUSE));
        }
    }

    @Test
    void what_names_no_property_is_no_news() {
        for (String text : List.of("", " ", "node", "node ", "node x", "node 1-1-1-1-1", "node " + HOUSE + " x")) {
            assertThat(News.parse(text)).as(text).isEmpty();
        }
    }
}
