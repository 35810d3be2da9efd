package org.roomnight.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.LoggerFactory;

/**
 * Writes the log from a thread of its own, so that nothing waits for whoever reads it. What the reader does not take in
 * time is dropped, counted, and said once it reads on.
 */
final class BackgroundLog extends UnsynchronizedAppenderBase<ILoggingEvent> {

    /** Lines that may wait to be written. */
    static final int MAX_WAITING = 1_024;

    /** How long the end of the program waits for the last lines. */
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private static final String NAME = "BACKGROUND";

    private final List<Appender<ILoggingEvent>> targets;
    private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final LongAdder dropped = new LongAdder();
    private final Thread writer = Thread.ofPlatform().name("log").daemon().unstarted(this::write);
    private long said;

    BackgroundLog(LoggerContext context, List<Appender<ILoggingEvent>> targets) {
        this.targets = List.copyOf(targets);
        setName(NAME);
        setContext(context);
    }

    /** Puts itself between the loggers and what they write to; a second time does nothing. */
    static void install() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return; // another logging system, with its own ways
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) != null) {
            return;
        }
        List<Appender<ILoggingEvent>> found = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(found::add);
        BackgroundLog background = new BackgroundLog(context, found);
        background.start();
        root.addAppender(background);
        found.forEach(root::detachAppender);
    }

    /** What the loggers write to; empty where it was not installed. */
    static Optional<BackgroundLog> installed() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                        && context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(NAME)
                                instanceof BackgroundLog background
                ? Optional.of(background)
                : Optional.empty();
    }

    /** How many lines were dropped since the start. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        if (!waiting.offer(event)) {
            dropped.increment();
        }
    }

    private void write() {
        try {
            while (isStarted()) {
                write(waiting.take());
            }
        } catch (InterruptedException _) {
            // stopped: what waits is written below
        }
        for (ILoggingEvent last = waiting.poll(); last != null; last = waiting.poll()) {
            write(last);
        }
        targets.forEach(Appender::stop);
    }

    private void write(ILoggingEvent event) {
        targets.forEach(target -> target.doAppend(event));
        long now = dropped.sum();
        if (now != said) {
            String line = "event=log-lines-dropped lines=%d".formatted(now - said);
            said = now;
            Logger logger = ((LoggerContext) getContext()).getLogger(BackgroundLog.class);
            var notice = new LoggingEvent(BackgroundLog.class.getName(), logger, Level.WARN, line, null, null);
            targets.forEach(target -> target.doAppend(notice));
        }
    }

    /** Writes what waits, but does not wait long for a reader that stands still. */
    @Override
    public void stop() {
        super.stop();
        writer.interrupt();
        try {
            writer.join(LAST_LINES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
