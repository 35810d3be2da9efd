package org.roomnight.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/** A property's calendar, ready to be written to a client in either form. */
public final class ServedCalendar {

    /**
     * All that a poll needs that finds nothing new.
     *
     * @param etag the strong entity tag of the identity form, without quotes
     * @param lastModified when the revision was made
     * @param age zero, or how long ago this was last known to be current when the database cannot be asked
     */
    public record Head(String etag, Instant lastModified, Duration age) {}

    /** Writes octets whose number is known. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private final RenderedCalendar rendered;
    private final Duration age;

    ServedCalendar(RenderedCalendar rendered, Duration age) {
        this.rendered = rendered;
        this.age = age;
    }

    public Head head() {
        return rendered.head().served(age);
    }

    public long gzipLength() {
        return rendered.gzip().length;
    }

    public Writing gzip() {
        return out -> out.write(rendered.gzip());
    }

    public long identityLength() {
        return rendered.identityLength();
    }

    /** The identity form, whole, or unpacked on its way where it is too large to be kept. */
    public Writing identity() {
        byte[] whole = rendered.identity();
        return whole == null ? this::unpack : out -> out.write(whole);
    }

    private void unpack(OutputStream out) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(rendered.gzip()))) {
            in.transferTo(out);
        }
    }
}
