package org.roomnight.kernel;

import java.util.regex.Pattern;

/**
 * Text of others as people are shown it beside ours: it begins no line of its own where there is one, and turns no text
 * around but itself (UAX #9). What is stored stays as it was sent.
 */
public final class ShownText {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\n\u000B\f\r\u0085\u2028\u2029]");

    /** Line ends that many programs do not take for one, and some do. */
    private static final Pattern ODD_LINE_ENDS = Pattern.compile("[\u000B\f\u0085\u2028\u2029]");

    /** Embeddings, overrides and isolates, which reach over what follows when they are not ended. */
    private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private ShownText() {}

    /** One line. */
    public static String line(String text) {
        return isPlain(text)
                ? text
                : TURNING.matcher(LINE_ENDS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** Lines that end in LF or CRLF only. */
    public static String lines(String text) {
        return isPlain(text)
                ? text
                : TURNING.matcher(ODD_LINE_ENDS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** A part of a line: what is written from right to left stands in an isolate, so that its neighbours keep their places. */
    public static String part(String text) {
        String line = line(text);
        return line.codePoints().anyMatch(ShownText::fromTheRight) ? ISOLATE + line + END_OF_ISOLATE : line;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static boolean fromTheRight(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
