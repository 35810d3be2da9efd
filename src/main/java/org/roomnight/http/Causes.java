package org.roomnight.http;

import java.util.Objects;
import java.util.stream.Stream;

/** A failure and what it came from. */
final class Causes {

    /** More than anybody wraps; a circle of causes ends here. */
    private static final int MOST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}
