package org.roomnight.serving;

import java.util.Locale;

/** Why the server closed a connection. */
enum CloseReason {
    /** The other side closed it, or a rule of HTTP did. */
    NONE,
    /** Nothing came on it after it was opened. */
    SILENT,
    /** It was kept for long without another request. */
    IDLE,
    /** A head did not come to its end in time. */
    SLOW_HEAD,
    /** A body came too slowly. */
    SLOW_BODY,
    /** An answer was taken too slowly. */
    SLOW_READER,
    /** There was no room for another one of its source. */
    SOURCE_FULL,
    /** Another one needed its place, or there was none for it. */
    FULL;

    /** As it stands in the metrics. */
    String label() {
        return this == NONE ? "ended" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
