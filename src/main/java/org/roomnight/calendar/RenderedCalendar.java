package org.roomnight.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Stamp;

/**
 * The bytes of a property's calendar at one revision. {@code identity} is kept only where it is not too large; the gzip
 * form is always there. {@code etag} is without quotes and names the identity form.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by entity tag, never by equals
record RenderedCalendar(Head head, long identityLength, byte @Nullable [] identity, byte[] gzip) {

    /** All that a poll needs that finds nothing new. */
    record Head(Stamp stamp, String etag) {

        boolean isOf(Stamp other) {
            return stamp.equals(other);
        }

        ServedCalendar.Head served(Duration age) {
            return new ServedCalendar.Head(etag, stamp.changedAt(), age);
        }
    }

    /** From the gzip form; the identity form is unpacked where it is small enough to be kept. */
    static RenderedCalendar unpacked(Head head, long identityLength, byte[] gzip) {
        if (identityLength > CalendarRenderer.MAX_IDENTITY_KEPT) {
            return new RenderedCalendar(head, identityLength, null, gzip);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new RenderedCalendar(head, identityLength, in.readAllBytes(), gzip);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged); // its checksum was right, so this cannot be
        }
    }

    int weight() {
        return gzip.length + (identity == null ? 0 : identity.length);
    }
}
