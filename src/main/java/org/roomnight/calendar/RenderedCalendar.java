package org.roomnight.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Revisions.Stamp;

/**
 * The bytes of a property's calendar at one revision. {@code identity} is kept only where it is not too large; the gzip
 * form is always there. {@code etag} is without quotes and names the identity form.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by entity tag, never by equals
record RenderedCalendar(Head head, long identityLength, byte @Nullable [] identity, byte[] gzip) {

    /** All that a poll needs that finds nothing new. */
    record Head(Revision revision, String etag, Instant lastModified) {

        boolean isOf(Stamp stamp) {
            return stamp().equals(stamp);
        }

        Stamp stamp() {
            return new Stamp(revision, lastModified);
        }

        ServedCalendar.Head served(Duration age) {
            return new ServedCalendar.Head(etag, lastModified, age);
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
