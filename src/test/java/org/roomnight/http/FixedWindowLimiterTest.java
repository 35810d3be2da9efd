package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;

final class FixedWindowLimiterTest {

    private final TickingClock clock = new TickingClock();
    private final FixedWindowLimiter limiter =
            new FixedWindowLimiter(new FixedWindowLimiter.Limit(2, Duration.ofMinutes(1), 10), clock);

    @Test
    void a_caller_may_so_often_in_the_window_that_begins_with_its_first() {
        assertThat(limiter.take("eager")).isEmpty();
        clock.tick(Duration.ofSeconds(20));
        assertThat(limiter.take("eager")).isEmpty();
        assertThat(limiter.take("eager")).contains(Duration.ofSeconds(40));
        assertThat(limiter.take("other")).isEmpty();
        clock.tick(Duration.ofSeconds(40));
        assertThat(limiter.take("eager")).isEmpty();
    }
}
