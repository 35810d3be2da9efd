package org.roomnight.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Writes iCalendar content lines as UTF-8 octets: CRLF ends, folded at 75 octets (RFC 5545 §3.1).
 *
 * <p>No value can start a line of its own: TEXT turns line ends into {@code \n}, every other value loses them. C0
 * controls but TAB, and DEL, are dropped; lone surrogates, U+FFFE and U+FFFF become U+FFFD, because a calendar object
 * also travels inside XML, which cannot carry them. Names are the caller's constants or come from {@link Property}: one
 * that is no {@code iana-token} is a bug and throws {@link IllegalArgumentException}.
 */
public final class ContentLineWriter {
    /** Longest physical line without its CRLF, in octets (RFC 5545 §3.1); UTF-8 sequences are never split. */
    static final int MAX_LINE_OCTETS = 75;

    /** Most octets one char can need: three of UTF-8 and its share of a fold. */
    private static final int OCTETS_PER_CHAR = 4;

    /** Octets of a line that do not come from its strings: separators, VALUE=DATE, a date and time, CRLF. */
    private static final int OCTETS_PER_LINE = 64;

    private static final int FIRST_CAPACITY = 1024;

    private byte[] octets;
    private int size;
    private int column;

    public ContentLineWriter() {
        this(FIRST_CAPACITY);
    }

    /** Starts with room for {@code expectedOctets}; it grows when needed. */
    public ContentLineWriter(int expectedOctets) {
        octets = new byte[Math.max(expectedOctets, OCTETS_PER_LINE)];
    }

    public ContentLineWriter begin(String component) {
        return delimiter("BEGIN", component);
    }

    public ContentLineWriter end(String component) {
        return delimiter("END", component);
    }

    /** Writes a TEXT value, escaped (RFC 5545 §3.3.11). */
    public ContentLineWriter text(String name, String value) {
        return text(name, List.of(), value);
    }

    public ContentLineWriter text(String name, List<Parameter> parameters, String value) {
        head(name, parameters, value.length());
        escaped(value);
        return endLine();
    }

    /** Writes a value that needs no escaping or already has it (URI, enumerated, structured), without its controls. */
    public ContentLineWriter raw(String name, String value) {
        return raw(name, List.of(), value);
    }

    public ContentLineWriter raw(String name, List<Parameter> parameters, String value) {
        head(name, parameters, value.length());
        unescaped(value);
        return endLine();
    }

    /** Writes an all-day date, with {@code VALUE=DATE} (RFC 5545 §3.3.4). */
    public ContentLineWriter date(String name, LocalDate date) {
        reserve(name.length());
        name(name);
        ascii(";VALUE=DATE:");
        calendarDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        return endLine();
    }

    /** Writes a moment in the UTC form, cut to whole seconds (RFC 5545 §3.3.5, form 2). */
    public ContentLineWriter utc(String name, Instant moment) {
        long day = Math.floorDiv(moment.getEpochSecond(), DaySeconds.PER_DAY);
        int second = Math.floorMod(moment.getEpochSecond(), DaySeconds.PER_DAY);
        var date = LocalDate.ofEpochDay(day);
        head(name, List.of(), 0);
        calendarDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        put('T');
        digits(second / DaySeconds.PER_HOUR, 2);
        digits(second / DaySeconds.PER_MINUTE % 60, 2);
        digits(second % DaySeconds.PER_MINUTE, 2);
        put('Z');
        return endLine();
    }

    /** Writes an exact duration in hours, minutes and seconds, such as {@code PT15M} (RFC 5545 §3.3.6). */
    public ContentLineWriter duration(String name, Duration duration) {
        return raw(name, CalendarDuration.text(duration));
    }

    public ContentLineWriter duration(String name, List<Parameter> parameters, Duration duration) {
        return raw(name, parameters, CalendarDuration.text(duration));
    }

    public ContentLineWriter number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** Writes a property as it was read: its value is already escaped. */
    public ContentLineWriter property(Property property) {
        return raw(property.name(), property.parameters(), property.value());
    }

    /** Writes a component with everything in it. */
    public ContentLineWriter component(Component component) {
        begin(component.name());
        component.properties().forEach(this::property);
        component.components().forEach(this::component);
        return end(component.name());
    }

    /** Appends whole lines that another writer made, unchanged. */
    public ContentLineWriter lines(byte[] wholeLines) {
        room(wholeLines.length);
        System.arraycopy(wholeLines, 0, octets, size, wholeLines.length);
        size += wholeLines.length;
        return this;
    }

    /** Octets written so far. */
    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(octets, size);
    }

    private ContentLineWriter delimiter(String keyword, String component) {
        reserve(component.length());
        ascii(keyword);
        put(':');
        name(component);
        return endLine();
    }

    private void head(String name, List<Parameter> parameters, int valueLength) {
        reserve(name.length() + valueLength);
        name(name);
        for (var parameter : parameters) {
            parameter(parameter, valueLength);
        }
        put(':');
    }

    private void parameter(Parameter parameter, int valueLength) {
        reserve(parameter.name().length() + valueLength);
        put(';');
        name(parameter.name());
        char separator = '=';
        for (var value : parameter.values()) {
            var encoded = ParameterText.encode(value);
            reserve(encoded.length() + valueLength);
            put(separator);
            unescaped(encoded);
            separator = ',';
        }
    }

    private void name(String name) {
        if (!Names.valid(name)) {
            throw new IllegalArgumentException("not an iCalendar name: " + name);
        }
        ascii(name);
    }

    private void ascii(String text) {
        int length = text.length();
        for (int i = plainRun(text, 0); i < length; i++) {
            put(text.charAt(i));
        }
    }

    /** Copies characters that need nothing done, as far as the line reaches; answers where the others begin. */
    private int plainRun(String text, int from) {
        byte[] out = octets;
        int end = Math.min(text.length(), from + MAX_LINE_OCTETS - column);
        int to = size - from;
        int i = from;
        while (i < end && Characters.plainText(text.charAt(i))) {
            out[to + i] = (byte) text.charAt(i);
            i++;
        }
        size = to + i;
        column += i - from;
        return i;
    }

    private void escaped(String value) {
        int length = value.length();
        for (int i = plainRun(value, 0); i < length; i++) {
            char c = value.charAt(i);
            if (Characters.plainText(c)) {
                put(c);
            } else if (c >= 0x80) {
                i += beyondAscii(value, i);
            } else if (c == '\n' || c == '\r') {
                pair('n');
                i += c == '\r' && i + 1 < length && value.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (c == '\\' || c == ';' || c == ',') {
                pair(c);
            }
        }
    }

    private void unescaped(String value) {
        int length = value.length();
        for (int i = plainRun(value, 0); i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(value, i);
            } else if (!Characters.control(c)) {
                put(c);
            }
        }
    }

    /** Writes the code point at {@code index} in UTF-8 and answers how many further chars it took. */
    private int beyondAscii(String value, int index) {
        int c = value.codePointAt(index);
        if (c < 0x800) {
            unit(2);
            octets[size++] = (byte) (0xC0 | (c >> 6));
        } else if (c < 0x10000) {
            c = Characters.unfitForXml(c) ? Characters.REPLACEMENT : c;
            unit(3);
            octets[size++] = (byte) (0xE0 | (c >> 12));
            octets[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        } else {
            unit(4);
            octets[size++] = (byte) (0xF0 | (c >> 18));
            octets[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            octets[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        octets[size++] = (byte) (0x80 | (c & 0x3F));
        return Character.charCount(c) - 1;
    }

    private void calendarDay(int year, int month, int day) {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("iCalendar has no year " + year);
        }
        digits(year, 4);
        digits(month, 2);
        digits(day, 2);
    }

    private void digits(int value, int width) {
        unit(width);
        int rest = value;
        for (int i = size + width - 1; i >= size; i--) {
            octets[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }

    /** An escape stays on one line: some readers unescape before they unfold. */
    private void pair(char escaped) {
        unit(2);
        octets[size++] = '\\';
        octets[size++] = (byte) escaped;
    }

    private void put(char c) {
        if (column == MAX_LINE_OCTETS) {
            fold();
        }
        octets[size++] = (byte) c;
        column++;
    }

    /** Makes room on the line for octets that stay together. */
    private void unit(int width) {
        if (column + width > MAX_LINE_OCTETS) {
            fold();
        }
        column += width;
    }

    private void fold() {
        octets[size++] = '\r';
        octets[size++] = '\n';
        octets[size++] = ' ';
        column = 1;
    }

    private ContentLineWriter endLine() {
        octets[size++] = '\r';
        octets[size++] = '\n';
        column = 0;
        return this;
    }

    private void reserve(int chars) {
        room(Math.addExact(Math.multiplyExact(chars, OCTETS_PER_CHAR), OCTETS_PER_LINE));
    }

    private void room(int more) {
        if (octets.length - size < more) {
            octets = Arrays.copyOf(octets, Math.max(Math.addExact(size, more), octets.length * 2));
        }
    }
}
