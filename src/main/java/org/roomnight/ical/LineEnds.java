package org.roomnight.ical;

import java.util.Arrays;

/** The octets of a calendar with CRLF between lines and no byte order mark (RFC 5545 §3.1). */
public final class LineEnds {
    private LineEnds() {}

    /** {@code octets} themselves when they already are so; else a copy. A last line without its end has none; a bare CR, which no reader accepts, stays. */
    public static byte[] normalised(byte[] octets) {
        int start = startsWithMark(octets) ? 3 : 0;
        var out = new byte[2 * octets.length];
        int size = 0;
        boolean changed = start > 0;
        for (int i = start; i < octets.length; i++) {
            if (octets[i] == '\n' && (size == 0 || out[size - 1] != '\r')) {
                out[size++] = '\r';
                changed = true;
            }
            out[size++] = octets[i];
        }
        return changed ? Arrays.copyOf(out, size) : octets;
    }

    private static boolean startsWithMark(byte[] octets) {
        return octets.length >= 3 && octets[0] == (byte) 0xEF && octets[1] == (byte) 0xBB && octets[2] == (byte) 0xBF;
    }
}
