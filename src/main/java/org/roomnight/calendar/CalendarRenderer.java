package org.roomnight.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Stamp;

/** Renders the booking calendar of a property in one pass over its events, whatever their number. */
final class CalendarRenderer {

    /** A calendar larger than this is kept in gzip form only and unpacked on its way out; in octets. */
    static final int MAX_IDENTITY_KEPT = 8 * 1024 * 1024;

    private static final int GZIP_BUFFER = 16 * 1024;

    private final CalendarRows rows;

    CalendarRenderer(CalendarRows rows) {
        this.rows = rows;
    }

    /** Call it in the read that gave the stamp, so that bytes and revision are of one snapshot. */
    RenderedCalendar render(Property property, Stamp stamp) {
        Pass pass = new Pass();
        pass.add(CalendarFrame.head(property.name(), property.timeZone()));
        rows.events(property.id(), Collection.BOOKINGS, pass::add);
        pass.add(CalendarFrame.tail());
        return pass.finish(stamp);
    }

    private static final class Pass {
        private final MessageDigest digest = EntityTags.digest();
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream(GZIP_BUFFER);
        private final GZIPOutputStream gzip;
        private @Nullable ByteArrayOutputStream identity = new ByteArrayOutputStream(GZIP_BUFFER);
        private long length;

        Pass() {
            try {
                gzip = new GZIPOutputStream(packed, GZIP_BUFFER);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        void add(byte[] octets) {
            digest.update(octets);
            length += octets.length;
            if (identity != null) {
                identity.writeBytes(octets);
                identity = length > MAX_IDENTITY_KEPT ? null : identity;
            }
            try {
                gzip.write(octets);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        RenderedCalendar finish(Stamp stamp) {
            try {
                gzip.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            RenderedCalendar.Head head = new RenderedCalendar.Head(stamp, EntityTags.ofDigest(digest));
            byte[] plain = identity == null ? null : identity.toByteArray();
            return new RenderedCalendar(head, length, plain, packed.toByteArray());
        }
    }
}
