package org.roomnight.ical;

/** A departure from RFC 5545 that was read nevertheless. */
public enum Tolerated {
    /** A UTF-8 byte order mark, dropped. */
    BYTE_ORDER_MARK,
    /** Lines that end in LF alone, or a last line without an end. */
    LINE_ENDS,
    BLANK_LINES,
    /** Names in lower case; legal, but some readers compare them as they stand. */
    LOWER_CASE_NAMES,
    /** {@code item1.SUMMARY}, as in vCard; the prefix is dropped. */
    GROUP_PREFIX,
    /** Control characters dropped; {@link Strictness#LENIENT} only. */
    CONTROL_CHARACTERS,
    /** Lines passed over because they are no content line; never in {@link Strictness#STRICT}. */
    UNREADABLE_LINES,
    /** Parameters, or parts of them, passed over because they are none; never in {@link Strictness#STRICT}. */
    UNREADABLE_PARAMETERS,
    /** No VERSION. */
    NO_VERSION
}
