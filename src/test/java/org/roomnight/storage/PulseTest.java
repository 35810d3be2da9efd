package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;

/** When a database counts as silent. */
final class PulseTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicInteger noticed = new AtomicInteger();
    private final TickingClock clock = new TickingClock();
    private final Pulse pulse = new Pulse(clock, noticed::incrementAndGet);

    @Test
    void it_is_silent_when_a_question_got_no_answer_nor_did_anybody_since() {
        clock.tick(MOMENT);
        long asked = pulse.asking();
        assertThat(pulse.isSilent()).isFalse();

        pulse.unanswered(asked);

        assertThat(pulse.isSilent()).isTrue();
        assertThat(noticed).hasValue(1);
        pulse.answered();
        assertThat(pulse.isSilent()).isFalse();
    }

    @Test
    void a_question_without_an_answer_while_others_got_theirs_shows_a_busy_database_and_no_silent_one() {
        long asked = pulse.asking();
        clock.tick(MOMENT);
        pulse.answered();

        pulse.unanswered(asked);

        assertThat(pulse.isSilent()).isFalse();
        assertThat(noticed).hasValue(0);
    }

    @Test
    void a_silence_that_nobody_confirms_is_believed_until_its_limit() {
        clock.tick(MOMENT);
        pulse.unanswered(pulse.asking());
        clock.tick(Pulse.BELIEVED.minusNanos(1));
        assertThat(pulse.isSilent()).isTrue();

        clock.tick(Duration.ofNanos(1));

        assertThat(pulse.isSilent()).isFalse();
    }
}
