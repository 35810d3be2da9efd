package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.roomnight.http.Bulkhead.Place;

final class BulkheadTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void an_owner_has_its_places_and_not_one_more() {
        Bulkhead bulkhead = new Bulkhead(3, 2, 0, 0, LONG);
        Place first = bulkhead.enter("a").orElseThrow();
        assertThat(bulkhead.enter("a")).isPresent();
        assertThat(bulkhead.enter("a")).isEmpty();
        assertThat(bulkhead.enter("b")).as("another owner").isPresent();
        assertThat(bulkhead.enter("c")).as("all places are taken").isEmpty();
        first.close();
        assertThat(bulkhead.enter("a")).isPresent();
    }

    @Test
    void who_waits_gets_the_place_of_who_leaves() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, 1, 1, LONG);
        Place first = bulkhead.enter("a").orElseThrow();
        CompletableFuture<Optional<Place>> waiting = entering(bulkhead, "b");
        awaitWaiting(bulkhead, 1);
        assertThat(bulkhead.enter("c")).as("the line is full").isEmpty();
        first.close();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isPresent();
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void who_may_not_enter_does_not_hold_up_who_may() throws Exception {
        Bulkhead bulkhead = new Bulkhead(2, 1, 4, 1, LONG);
        assertThat(bulkhead.enter("a")).isPresent();
        Place other = bulkhead.enter("b").orElseThrow();
        var _ = entering(bulkhead, "a");
        awaitWaiting(bulkhead, 1);
        assertThat(bulkhead.enter("a")).as("once in line").isEmpty();
        CompletableFuture<Optional<Place>> third = entering(bulkhead, "c");
        awaitWaiting(bulkhead, 2);
        other.close();
        assertThat(third.get(30, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void patience_ends() {
        Bulkhead bulkhead = new Bulkhead(1, 1, 1, 1, Duration.ofMillis(1));
        Place place = bulkhead.enter("a").orElseThrow();
        assertThat(bulkhead.enter("b")).isEmpty();
        place.close();
        assertThat(bulkhead.enter("b")).isPresent();
    }

    private static CompletableFuture<Optional<Place>> entering(Bulkhead bulkhead, String owner) {
        return CompletableFuture.supplyAsync(() -> bulkhead.enter(owner), Thread::startVirtualThread);
    }

    private static void awaitWaiting(Bulkhead bulkhead, int count) {
        long end = System.nanoTime() + LONG.toNanos();
        while (bulkhead.waiting() < count) {
            assertThat(System.nanoTime() - end).as("somebody waits").isNegative();
            Thread.onSpinWait();
        }
    }
}
