package org.roomnight.cluster;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.roomnight.cluster.NodeNews.Topic;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Uuids;

/**
 * One piece of news as it goes over the line: {@code sender:topic property}. Older nodes neither tell nor read
 * a topic: they take {@code sender:topic} for the sender. Without a topic, or with one of a later version, it is of all.
 */
record News(String sender, Set<Topic> topics, PropertyId property) {

    private static final String BEFORE_PROPERTY = " ";
    private static final String BEFORE_TOPIC = ":";

    static String text(String sender, Topic topic, PropertyId property) {
        return sender + BEFORE_TOPIC + name(topic) + BEFORE_PROPERTY + property;
    }

    /** Empty when it is none: any program may say something on the channel. */
    static Optional<News> parse(String text) {
        String[] parts = text.split(BEFORE_PROPERTY, 2);
        String[] from = parts[0].split(BEFORE_TOPIC, 2);
        return parts.length < 2
                ? Optional.empty()
                : Uuids.parse(parts[1])
                        .map(property -> new News(
                                from[0],
                                from.length < 2 ? EnumSet.allOf(Topic.class) : topics(from[1]),
                                new PropertyId(property)));
    }

    private static Set<Topic> topics(String name) {
        for (Topic topic : Topic.values()) {
            if (name(topic).equals(name)) {
                return EnumSet.of(topic);
            }
        }
        return EnumSet.allOf(Topic.class);
    }

    private static String name(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }
}
