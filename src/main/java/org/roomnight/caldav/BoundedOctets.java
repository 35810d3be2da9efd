package org.roomnight.caldav;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;

/** Gathers an answer up to a limit; past it the answer is refused as a whole. */
final class BoundedOctets extends OutputStream {

    /** Largest answer of a report, in octets: some 60,000 room stays with all their data. */
    static final int MAX_OCTETS = 64 * 1024 * 1024;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final int limit;

    BoundedOctets(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int octet) {
        check(1);
        octets.write(octet);
    }

    @Override
    public void write(byte[] more, int from, int length) {
        check(length);
        octets.write(more, from, length);
    }

    private void check(int more) {
        if (octets.size() > limit - more) {
            throw new Refused(new DavRefusal(
                    507,
                    Names.dav("number-of-matches-within-limits"),
                    "The answer would be too long. Ask for a shorter time range, or for fewer objects at once."));
        }
    }

    byte[] toByteArray() {
        return octets.toByteArray();
    }
}
