package org.roomnight.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing waits for the log. */
final class BackgroundLogTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Reader reader = new Reader();
    private final BackgroundLog log = new BackgroundLog(context, List.of(reader));

    /** Takes one line and stands still until it is told to read on. */
    private static final class Reader extends AppenderBase<ILoggingEvent> {

        private final CountDownLatch standing = new CountDownLatch(1);
        private final CountDownLatch readOn = new CountDownLatch(1);
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            standing.countDown();
            try {
                readOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            lines.add(event.getFormattedMessage());
        }
    }

    private void say(String line) {
        log.doAppend(new LoggingEvent("test", context.getLogger("test"), Level.INFO, line, null, null));
    }

    private void standStill() throws InterruptedException {
        reader.start();
        log.start();
        say("first");
        assertThat(reader.standing.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void as_many_lines_as_may_wait_are_kept_while_nobody_reads() throws InterruptedException {
        standStill();
        for (int i = 0; i < BackgroundLog.MAX_WAITING; i++) {
            say("line");
        }
        assertThat(log.dropped()).isZero();

        reader.readOn.countDown();
        log.stop();

        assertThat(reader.lines).hasSize(1 + BackgroundLog.MAX_WAITING);
    }

    @Test
    void more_lines_are_dropped_counted_and_said_when_the_reader_reads_on() throws InterruptedException {
        standStill();
        for (int i = 0; i < BackgroundLog.MAX_WAITING + 7; i++) {
            say("line");
        }
        assertThat(log.dropped()).isEqualTo(7);

        reader.readOn.countDown();
        log.stop();

        assertThat(reader.lines).containsOnlyOnce("event=log-lines-dropped lines=7");
    }
}
