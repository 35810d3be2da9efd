package org.roomnight.caldav;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A backup cuts a server off from PostgreSQL for a moment. */
final class Outage {

    private Outage() {}

    static void isOver(LostHouse house) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            house.house().house().available(house.house().house().cabin(), "2027-03-01");
            return house.feedWith() == 200;
        });
    }
}
