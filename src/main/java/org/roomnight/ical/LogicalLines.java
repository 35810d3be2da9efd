package org.roomnight.ical;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unfolds octets into logical lines, one after the other (RFC 5545 §3.1).
 *
 * <p>Unfolding comes before decoding, because a fold may stand inside a UTF-8 sequence. Blank lines are passed over.
 */
final class LogicalLines {
    private static final int FIRST_CAPACITY = 512;

    private final byte[] octets;
    private final int longest;
    private final Strictness strictness;
    private final Set<Tolerated> tolerated;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private byte[] unfolded = new byte[FIRST_CAPACITY];
    private int length;
    private int position;
    private int physicalLine;
    private boolean beyondAscii;
    private @Nullable ReadError refusal;

    /** Reads {@code octets}; a logical line over {@code longest} octets is refused. Notes go to {@code tolerated}. */
    LogicalLines(byte[] octets, int longest, Strictness strictness, Set<Tolerated> tolerated) {
        this.octets = octets;
        this.longest = longest;
        this.strictness = strictness;
        this.tolerated = tolerated;
        if (octets.length >= 3 && octets[0] == (byte) 0xEF && octets[1] == (byte) 0xBB && octets[2] == (byte) 0xBF) {
            position = 3;
            tolerated.add(Tolerated.BYTE_ORDER_MARK);
        }
    }

    /** The next line that is not blank, or null at the end and where a line was refused. */
    @Nullable
    String next() {
        while (refusal == null && position < octets.length) {
            unfold();
            if (refusal == null && length > 0) {
                return decoded();
            }
            tolerated.add(Tolerated.BLANK_LINES);
        }
        return null;
    }

    /** Why the last call gave no line, or null when the octets had ended. */
    @Nullable
    ReadError refusal() {
        return refusal;
    }

    /** The physical line, counted from 1, where the last logical line ends. */
    int physicalLine() {
        return physicalLine;
    }

    /** Octets of the last line, unfolded. */
    int length() {
        return length;
    }

    private void unfold() {
        length = 0;
        beyondAscii = false;
        do {
            physicalLine++;
            readPhysicalLine();
        } while (refusal == null && continues());
    }

    /** Steps over the blank that marks a folded line. */
    private boolean continues() {
        boolean folded = position < octets.length && (octets[position] == ' ' || octets[position] == '\t');
        position += folded ? 1 : 0;
        return folded;
    }

    private void readPhysicalLine() {
        while (position < octets.length && refusal == null) {
            byte octet = octets[position++];
            if (octet == '\n') {
                tolerated.add(Tolerated.LINE_ENDS);
                return;
            }
            if (octet == '\r') {
                carriageReturn();
                return;
            }
            append(octet);
        }
        tolerated.add(Tolerated.LINE_ENDS);
    }

    private void carriageReturn() {
        if (position < octets.length && octets[position] == '\n') {
            position++;
        } else {
            refusal = ReadError.BARE_CR;
        }
    }

    private void append(byte octet) {
        if (octet >= 0 && Characters.control(octet)) {
            controlCharacter();
            return;
        }
        if (length == longest) {
            refusal = ReadError.LINE_TOO_LONG;
            return;
        }
        if (length == unfolded.length) {
            unfolded = Arrays.copyOf(unfolded, Math.min(longest, length * 2));
        }
        beyondAscii |= octet < 0;
        unfolded[length++] = octet;
    }

    private void controlCharacter() {
        if (strictness == Strictness.LENIENT) {
            tolerated.add(Tolerated.CONTROL_CHARACTERS);
        } else {
            refusal = ReadError.CONTROL_CHARACTER;
        }
    }

    private @Nullable String decoded() {
        if (!beyondAscii) {
            return new String(unfolded, 0, length, StandardCharsets.ISO_8859_1);
        }
        var chars = CharBuffer.allocate(length);
        var result = decoder.reset().decode(ByteBuffer.wrap(unfolded, 0, length), chars, true);
        if (result.isError()) {
            refusal = ReadError.NOT_UTF8;
            return null;
        }
        var line = chars.flip().toString();
        if (line.indexOf('\uFFFE') >= 0 || line.indexOf('\uFFFF') >= 0) {
            refusal = ReadError.CONTROL_CHARACTER;
            return null;
        }
        return line;
    }
}
