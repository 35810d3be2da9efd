package org.roomnight.davxml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A buffer before a stream, that encodes and escapes on the way. */
final class Octets {

    private static final int CAPACITY = 16 * 1024;
    private static final int LONGEST_CHARACTER = 4;
    private static final int REPLACEMENT = 0xFFFD;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    Octets(OutputStream out) {
        this.out = out;
    }

    void put(char ascii) {
        room(1);
        buffer[size++] = (byte) ascii;
    }

    void put(byte[] octets) {
        put(octets, 0, octets.length);
    }

    /** Hands everything to the stream, which is neither flushed nor closed. */
    void drain() {
        write(buffer, 0, size);
        size = 0;
    }

    void escaped(String text, Escapes escapes) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            i = plainRun(text, i, escapes);
            if (i < length) {
                i += character(text.codePointAt(i), escapes);
            }
        }
    }

    /** Characters of UTF-8 are copied undecoded; the octets have to be valid. */
    void escaped(byte[] utf8, Escapes escapes) {
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            int octet = utf8[i] & 0xFF;
            if (!escapes.plain(octet) && (octet < 0x80 || unfit(utf8, i))) {
                put(utf8, from, i);
                if (octet < 0x80) {
                    put(escapes.instead(octet));
                } else {
                    i += 2;
                }
                from = i + 1;
            }
        }
        put(utf8, from, utf8.length);
    }

    /** U+FFFE and U+FFFF, which are EF BF BE and EF BF BF. */
    private static boolean unfit(byte[] utf8, int index) {
        return index + 2 < utf8.length && utf8[index + 1] == (byte) 0xBF && utf8[index + 2] >= (byte) 0xBE;
    }

    /** Copies ASCII that needs nothing done, as far as the buffer reaches; answers where it stopped. */
    private int plainRun(String text, int from, Escapes escapes) {
        room(1);
        byte[] to = buffer;
        int offset = size - from;
        int end = Math.min(text.length(), CAPACITY - offset);
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c >= 0x80 || !escapes.plain(c)) {
                break;
            }
            to[offset + i] = (byte) c;
            i++;
        }
        size = offset + i;
        return i;
    }

    /** Writes one character, plain or not, and answers how many chars it took. */
    private int character(int c, Escapes escapes) {
        if (c >= 0x80) {
            beyondAscii(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c);
        } else if (escapes.plain(c)) {
            put((char) c);
        } else {
            put(escapes.instead(c));
        }
        return Character.charCount(c);
    }

    private void beyondAscii(int c) {
        if (c == 0xFFFE || c == 0xFFFF) {
            return;
        }
        room(LONGEST_CHARACTER);
        if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | (c >> 6));
        } else if (c < 0x10000) {
            buffer[size++] = (byte) (0xE0 | (c >> 12));
            buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        } else {
            buffer[size++] = (byte) (0xF0 | (c >> 18));
            buffer[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        buffer[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void put(byte[] octets, int from, int to) {
        int length = to - from;
        if (length > CAPACITY - size) {
            drain();
        }
        if (length > CAPACITY) {
            write(octets, from, length);
        } else {
            System.arraycopy(octets, from, buffer, size, length);
            size += length;
        }
    }

    private void room(int more) {
        if (CAPACITY - size < more) {
            drain();
        }
    }

    private void write(byte[] octets, int from, int length) {
        try {
            out.write(octets, from, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
