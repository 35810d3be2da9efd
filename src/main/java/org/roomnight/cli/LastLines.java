package org.roomnight.cli;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The log is written in the background; before the process ends, what waits is written. */
final class LastLines {

    private LastLines() {}

    static void write() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
