package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;

final class FailureLimiterTest {

    private final TickingClock clock = new TickingClock();
    private final FailureLimiter budget = new FailureLimiter(clock);

    private static ClientAddress source(String literal) {
        return ClientAddress.parse(literal).orElseThrow();
    }

    private long granted(int failures, String literal) {
        return IntStream.range(0, failures)
                .filter(_ -> budget.spend(source(literal)).isEmpty())
                .count();
    }

    @Test
    void an_address_may_fail_as_often_as_its_budget_says_and_then_again_with_time() {
        assertThat(granted(FailureLimiter.ADDRESS.burst(), "192.0.2.1")).isEqualTo(FailureLimiter.ADDRESS.burst());
        assertThat(budget.spend(source("192.0.2.1"))).contains(FailureLimiter.ADDRESS.interval());
        clock.tick(FailureLimiter.ADDRESS.interval().minusMillis(1));
        assertThat(budget.spend(source("192.0.2.1"))).contains(Duration.ofMillis(1));
        clock.tick(Duration.ofMillis(1));
        assertThat(granted(2, "192.0.2.1")).isEqualTo(1);
    }

    @Test
    void a_neighbour_is_not_harmed_by_an_address_that_has_no_budget_left() {
        granted(100_000, "192.0.2.1");
        assertThat(granted(FailureLimiter.ADDRESS.burst(), "192.0.2.2")).isEqualTo(FailureLimiter.ADDRESS.burst());
    }

    @Test
    void addresses_of_one_ipv6_network_of_a_household_share_a_budget() {
        granted(100, "2001:db8:0:1::1");
        assertThat(granted(1, "2001:db8:0:1:ffff::2")).isZero();
        assertThat(granted(1, "2001:db8:0:2::1")).isOne();
    }

    @Test
    void a_network_has_a_budget_for_all_its_addresses() {
        long granted = IntStream.range(0, 256)
                .mapToLong(i -> granted(20, "192.0.2." + i))
                .sum();
        assertThat(granted).isEqualTo(FailureLimiter.NETWORK.burst());
        assertThat(granted(1, "192.0.3.1")).isOne();
    }

    @Test
    void all_networks_together_have_a_budget_and_bounded_memory() {
        int networks = 3 * FailureLimiter.MAX_REMEMBERED;
        long granted = IntStream.range(0, networks)
                .filter(i -> budget.spend(ClientAddress.ofIpv4(i << 8)).isEmpty())
                .count();
        assertThat(granted).isEqualTo(FailureLimiter.EVERYWHERE.burst());
        assertThat(budget.remembered()).isLessThanOrEqualTo(2L * FailureLimiter.MAX_REMEMBERED);
    }

    @Test
    void a_wall_clock_that_is_set_neither_gives_nor_takes_budget() {
        granted(100, "192.0.2.1");
        clock.set(Duration.ofHours(1));
        assertThat(budget.spend(source("192.0.2.1"))).contains(FailureLimiter.ADDRESS.interval());
        clock.set(Duration.ofHours(-2));
        assertThat(budget.spend(source("192.0.2.1"))).contains(FailureLimiter.ADDRESS.interval());
        clock.tick(FailureLimiter.ADDRESS.interval());
        assertThat(granted(1, "192.0.2.1")).isOne();
    }
}
