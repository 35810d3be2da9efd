package org.roomnight.ical;

/** Why a calendar was not read, with a sentence for people that repeats nothing of the input. */
public enum ReadError {
    TOO_LARGE("The calendar is larger than this server accepts."),
    LINE_TOO_LONG("A line is longer than this server accepts."),
    TOO_MANY_PROPERTIES("A component has more properties than this server accepts."),
    TOO_MANY_PARAMETERS("A property has more parameters than this server accepts."),
    TOO_DEEP("Components are nested deeper than this server accepts."),
    TOO_MANY_COMPONENTS("The calendar has more components than this server accepts."),
    NOT_UTF8("The calendar is not encoded in UTF-8."),
    BARE_CR("A carriage return stands without its line feed."),
    CONTROL_CHARACTER("The calendar contains a control character or a character that XML cannot carry."),
    NOT_A_CALENDAR("The text does not begin with BEGIN:VCALENDAR."),
    BAD_LINE("A line is not a name, parameters, a colon and a value."),
    BAD_PARAMETER("A property parameter is malformed."),
    BAD_NESTING("An END does not match the BEGIN before it."),
    MISSING_END("The calendar ends before END:VCALENDAR."),
    NESTED_CALENDAR("A VCALENDAR stands inside another component."),
    SECOND_CALENDAR("The text contains more than one VCALENDAR."),
    TEXT_AFTER_END("There is text after END:VCALENDAR."),
    WRONG_VERSION("The calendar does not say VERSION:2.0 exactly once.");

    private final String sentence;

    ReadError(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
