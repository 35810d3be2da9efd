package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ical.Calendars.calendar;
import static org.roomnight.ical.Calendars.lenient;
import static org.roomnight.ical.Calendars.read;
import static org.roomnight.ical.Calendars.strict;
import static org.roomnight.ical.Calendars.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CalendarReaderTest {
    private static final ReadingLimits LIMITS = ReadingLimits.OBJECT;

    @Test
    void a_property_is_name_parameters_and_value() {
        var calendar = read(calendar("X-A;P=1,\"a:b;c,d\";Q=^n^^^'^x:v:w"));
        assertThat(calendar.properties().getLast())
                .isEqualTo(new Property(
                        "X-A",
                        List.of(new Parameter("P", List.of("1", "a:b;c,d")), new Parameter("Q", "\n^\"^x")),
                        "v:w"));
    }

    @Test
    void a_fold_inside_a_utf_8_sequence_is_joined_before_decoding() {
        var octets = new ByteArrayOutputStream();
        octets.writeBytes(utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-A:"));
        octets.write(0xC3);
        octets.writeBytes(utf8("\r\n "));
        octets.write(0xA4);
        octets.writeBytes(utf8("\r\n\tb\r\nEND:VCALENDAR\r\n"));
        assertThat(read(octets.toByteArray()).text("X-A")).contains("äb");
    }

    @Test
    void C_02_broken_structure_is_refused() {
        assertRefused("", ReadError.NOT_A_CALENDAR);
        assertRefused("<html>", ReadError.NOT_A_CALENDAR);
        assertRefused("BEGIN:VEVENT\r\nEND:VEVENT\r\n", ReadError.NOT_A_CALENDAR);
        assertRefused("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", ReadError.MISSING_END);
        assertRefused("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", ReadError.BAD_NESTING);
        assertRefused(calendar("no colon"), ReadError.BAD_LINE);
        assertRefused(calendar(":no name"), ReadError.BAD_LINE);
        assertRefused(calendar("X;P:v"), ReadError.BAD_PARAMETER);
        assertRefused(calendar("X;P=\"a:v"), ReadError.BAD_PARAMETER);
        assertRefused(calendar("X;P=a\"b:v"), ReadError.BAD_PARAMETER);
        assertRefused(calendar("X;P=a"), ReadError.BAD_PARAMETER);
        assertRefused(new String(calendar(), StandardCharsets.UTF_8) + "X:1\r\n", ReadError.TEXT_AFTER_END);
    }

    @Test
    void a_refusal_says_the_line_and_a_sentence() {
        assertThat(strict(calendar("no colon"))).isInstanceOfSatisfying(Read.Failed.class, refused -> {
            assertThat(refused.line()).isEqualTo(4);
            assertThat(refused.sentence()).endsWith(".");
        });
    }

    @Test
    void C_26_bare_lf_is_tolerated_and_bare_cr_refused() {
        var text = new String(calendar("X-A:b"), StandardCharsets.UTF_8);
        var loose = utf8("\uFEFF" + text.replace("\r\n", "\n").stripTrailing());
        assertThat(tolerated(strict(loose))).contains(Tolerated.LINE_ENDS, Tolerated.BYTE_ORDER_MARK);
        assertThat(LineEnds.normalised(loose)).isEqualTo(utf8(text.stripTrailing()));
        assertThat(LineEnds.normalised(utf8(text))).isEqualTo(utf8(text));
        assertThat(tolerated(strict(utf8(text)))).isEmpty();
        assertRefused(calendar("X-A:b\rATTENDEE:c"), ReadError.BARE_CR);
        assertRefused(text.replace("\r\n", "\r"), ReadError.BARE_CR);
        assertThat(lenient(calendar("X-A:b\rC:d"))).isEqualTo(new Read.Failed(ReadError.BARE_CR, 4));
    }

    @Test
    void C_28_controls_are_refused_and_in_a_feed_dropped() {
        for (var control : List.of("\u0000", "\u0007", "\u001b", "\u007f", "\uFFFE", "\uFFFF")) {
            assertRefused(calendar("X-A:b" + control), ReadError.CONTROL_CHARACTER);
        }
        assertThat(read(calendar("X-A:b\tc\u0085")).text("X-A")).contains("b\tc\u0085");
        assertThat(tolerated(lenient(calendar("X-A:b\u0000c")))).containsExactly(Tolerated.CONTROL_CHARACTERS);
    }

    @Test
    void C_29_only_utf_8_is_read_and_its_mark_dropped() {
        var text = new String(calendar("X-A:ä"), StandardCharsets.UTF_8);
        assertThat(reason(strict(text.getBytes(StandardCharsets.ISO_8859_1)))).isEqualTo(ReadError.NOT_UTF8);
        assertThat(strict(text.getBytes(StandardCharsets.UTF_16))).isInstanceOf(Read.Failed.class);
        assertThat(tolerated(strict(utf8("\uFEFF" + text)))).containsExactly(Tolerated.BYTE_ORDER_MARK);
    }

    @Test
    void C_30_unknown_escapes_are_kept_literally() {
        assertThat(new Property("X", "a\\xb\\").text()).isEqualTo("a\\xb\\");
        assertThat(new Property("X", "a\\Nb\\n\\\\n\\,\\;").text()).isEqualTo("a\nb\n\\n,;");
    }

    @Test
    void C_32_lower_case_names_and_group_prefixes_are_normalised() {
        var read = strict(utf8(String.join(
                "\r\n",
                "begin:vcalendar",
                "version:2.0",
                "begin:vevent",
                "item1.summary;x-p=q:v",
                "end:vevent",
                "end:vcalendar",
                "")));
        assertThat(tolerated(read)).contains(Tolerated.LOWER_CASE_NAMES, Tolerated.GROUP_PREFIX);
        assertThat(((Read.Calendar) read)
                        .calendar()
                        .components("VEVENT")
                        .getFirst()
                        .properties())
                .containsExactly(new Property("SUMMARY", List.of(new Parameter("X-P", "q")), "v"));
    }

    @Test
    void C_33_a_second_or_nested_calendar_is_refused() {
        var one = new String(calendar(), StandardCharsets.UTF_8);
        assertRefused(one + one, ReadError.SECOND_CALENDAR);
        assertRefused(calendar("BEGIN:VCALENDAR", "END:VCALENDAR"), ReadError.NESTED_CALENDAR);
    }

    @Test
    void C_34_only_version_two_is_read() {
        for (var version : List.of("VERSION:1.0\r\n", "VERSION:3.0\r\n", "VERSION:2.0\r\nVERSION:2.0\r\n")) {
            assertRefused("BEGIN:VCALENDAR\r\n" + version + "END:VCALENDAR\r\n", ReadError.WRONG_VERSION);
        }
        assertThat(tolerated(lenient(utf8("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))))
                .containsExactly(Tolerated.NO_VERSION);
    }

    @Test
    void a_feed_with_an_unreadable_line_is_read_without_it() {
        assertThat(tolerated(lenient(calendar("NO COLON", "X-A:b")))).containsExactly(Tolerated.UNREADABLE_LINES);
    }

    @Test
    void what_no_night_depends_on_is_passed_over_where_it_is_mended() {
        assertThat(mended("X-A B:1", "X-C;P=\"a:1").properties())
                .containsExactly(
                        new Property("VERSION", "2.0"),
                        new Property("PRODID", "-//test//EN"),
                        new Property("X-C", List.of(new Parameter("P", "a")), "1"));
        assertThat(mended("Y;P;;=c;Q=\"d:e\"f;R=g\"h\" ; S=i:v").properties().getLast())
                .isEqualTo(new Property(
                        "Y",
                        List.of(new Parameter("Q", "d:ef"), new Parameter("R", "gh "), new Parameter("S", "i")),
                        "v"));
        for (var line : List.of("X-A", "X-A;P=b", "Y Z:1", "Y;P=\"a", ":1", "X-A:\u0000")) {
            assertThat(mending(calendar(line))).as(line).isInstanceOf(Read.Failed.class);
        }
        assertThat(reason(mending(calendar("X" + ";".repeat(65) + ":v")))).isEqualTo(ReadError.TOO_MANY_PARAMETERS);
    }

    private static Read mending(byte[] octets) {
        return new CalendarReader(LIMITS, Strictness.MENDING).read(octets);
    }

    private static Component mended(String... lines) {
        return switch (mending(calendar(lines))) {
            case Read.Calendar(var calendar, var tolerated) -> {
                assertThat(tolerated).contains(Tolerated.UNREADABLE_PARAMETERS);
                yield calendar;
            }
            case Read.Failed refused -> throw new AssertionError(refused);
        };
    }

    @Test
    void each_limit_is_accepted_and_one_past_it_refused() {
        assertLimit(n -> "X-A:" + "x".repeat(n - 4), LIMITS.lineOctets(), ReadError.LINE_TOO_LONG);
        assertLimit(n -> "DESCRIPTION:" + "x".repeat(n - 12), LIMITS.descriptionOctets(), ReadError.LINE_TOO_LONG);
        assertLimit(n -> "X" + ";P=v".repeat(n) + ":v", LIMITS.parametersPerProperty(), ReadError.TOO_MANY_PARAMETERS);
        assertLimit(
                n -> "X;P=v" + ",v".repeat(n - 1) + ":v",
                LIMITS.parametersPerProperty(),
                ReadError.TOO_MANY_PARAMETERS);
        assertLimit(
                n -> "BEGIN:VEVENT" + "\r\nX:1".repeat(n) + "\r\nEND:VEVENT",
                LIMITS.propertiesPerComponent(),
                ReadError.TOO_MANY_PROPERTIES);
        assertLimit(
                n -> "BEGIN:X-A\r\n".repeat(n - 1) + "END:X-A\r\n".repeat(n - 2) + "END:X-A",
                LIMITS.nesting(),
                ReadError.TOO_DEEP);
        assertLimit(
                n -> "BEGIN:X-A\r\nEND:X-A\r\n".repeat(n - 1).stripTrailing(),
                LIMITS.components(),
                ReadError.TOO_MANY_COMPONENTS);
    }

    @Test
    void C_21_an_object_at_the_limit_is_read_and_one_octet_more_refused() {
        var line = "X-PADDING:" + "x".repeat(1000);
        var octets = calendar("BEGIN:X-A", String.join("\r\n", List.of(line, line, line)), "END:X-A");
        var limits = new ReadingLimits(octets.length, 2000, 2000, 9, 9, 9, 9, 9);
        assertThat(new CalendarReader(limits, Strictness.STRICT).read(octets)).isInstanceOf(Read.Calendar.class);
        var longer = calendar("BEGIN:X-A", String.join("\r\n", List.of(line, line, line)) + "x", "END:X-A");
        assertThat(reason(new CalendarReader(limits, Strictness.STRICT).read(longer)))
                .isEqualTo(ReadError.TOO_LARGE);
    }

    @Test
    void a_feed_of_twenty_thousand_events_is_read_and_one_more_refused() {
        var event = "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
        var most = ReadingLimits.FEED.events();
        assertThat(lenient(calendar(event.repeat(most).stripTrailing()))).isInstanceOf(Read.Calendar.class);
        assertThat(reason(lenient(calendar(event.repeat(most + 1).stripTrailing()))))
                .isEqualTo(ReadError.TOO_MANY_COMPONENTS);
    }

    @Test
    void I_28_deep_nesting_and_I_29_endless_parameters_are_refused_at_once() {
        var deep = calendar("BEGIN:X-A\r\n".repeat(20_000).stripTrailing());
        var wide = calendar("X" + ";P=v".repeat(50_000) + ":v");
        strict(deep);
        strict(wide);
        long start = System.nanoTime();
        assertThat(reason(strict(deep))).isEqualTo(ReadError.TOO_DEEP);
        assertThat(reason(strict(wide))).isEqualTo(ReadError.TOO_MANY_PARAMETERS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
    }

    private interface Lines {
        String of(int n);
    }

    private static void assertLimit(Lines lines, int limit, ReadError reason) {
        assertThat(strict(calendar(lines.of(limit)))).isInstanceOf(Read.Calendar.class);
        assertThat(reason(strict(calendar(lines.of(limit + 1))))).isEqualTo(reason);
    }

    private static void assertRefused(String text, ReadError reason) {
        assertRefused(utf8(text), reason);
    }

    private static void assertRefused(byte[] octets, ReadError reason) {
        assertThat(reason(strict(octets))).isEqualTo(reason);
    }

    private static ReadError reason(Read read) {
        return switch (read) {
            case Read.Failed(var reason, var _) -> reason;
            case Read.Calendar calendar -> throw new AssertionError("was read: " + calendar);
        };
    }

    private static Set<Tolerated> tolerated(Read read) {
        return switch (read) {
            case Read.Calendar(var _, var tolerated) -> tolerated;
            case Read.Failed refused -> throw new AssertionError(refused);
        };
    }
}
