package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLineWriterTest {

    @Test
    void typed_values_have_the_forms_of_rfc_5545() {
        var written = new ContentLineWriter()
                .begin("VEVENT")
                .text("SUMMARY", "a,b;c\\d\r\ne\rf\ng\tä")
                .date("DTSTART", LocalDate.of(2027, 3, 10))
                .utc("DTSTAMP", Instant.parse("2027-02-01T09:30:05.999Z"))
                .number("SEQUENCE", 3)
                .duration("REFRESH-INTERVAL", List.of(new Parameter("VALUE", "DURATION")), Duration.ofMinutes(15))
                .duration("TRIGGER", Duration.ofMinutes(-90))
                .end("VEVENT")
                .toByteArray();
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VEVENT",
                        "SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\\ng\tä",
                        "DTSTART;VALUE=DATE:20270310",
                        "DTSTAMP:20270201T093005Z",
                        "SEQUENCE:3",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
                        "TRIGGER:-PT1H30M",
                        "END:VEVENT",
                        ""));
    }

    @Test
    void no_value_starts_a_line_of_its_own() {
        var evil = "x\r\nATTENDEE:mailto:eve\nEND:VEVENT\rX\u0000\u0007\u007f";
        var written = new ContentLineWriter()
                .text("SUMMARY", evil)
                .raw("URL", evil)
                .raw("X-A", List.of(new Parameter("CN", evil)), "v")
                .toByteArray();
        assertThat(new String(written, StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("\u0000", "\u0007", "\u007f");
    }

    @Test
    void a_name_that_is_no_name_is_a_bug() {
        assertThatThrownBy(() -> new ContentLineWriter().text("A\r\nB", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContentLineWriter().text("", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Property("A:B", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lines_fold_at_seventy_five_octets_and_not_before() {
        var at = new ContentLineWriter().text("A", "x".repeat(73)).toByteArray();
        var past = new ContentLineWriter().text("A", "x".repeat(74)).toByteArray();
        assertThat(new String(at, StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(new String(past, StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_text_comes_back_without_its_controls(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var text = RandomText.of(random, 200);
            var label = RandomText.of(random, 60);
            var written = new ContentLineWriter()
                    .begin("VCALENDAR")
                    .raw("VERSION", "2.0")
                    .text("SUMMARY", List.of(new Parameter("X-LABEL", label)), text)
                    .end("VCALENDAR")
                    .toByteArray();
            assertFolded(written);
            var read = Calendars.read(written);
            assertThat(read.properties()).hasSize(2);
            assertThat(read.text("SUMMARY")).contains(RandomText.kept(text));
            assertThat(read.properties().getLast().parameter("X-LABEL")).contains(RandomText.kept(label));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void writing_what_was_read_gives_the_same_octets(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            var first = new ContentLineWriter().component(calendar(random)).toByteArray();
            var again = new ContentLineWriter().component(Calendars.read(first)).toByteArray();
            assertFolded(first);
            assertThat(again).isEqualTo(first);
        }
    }

    private static Component calendar(Random random) {
        var events = new ArrayList<Component>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var properties = new ArrayList<Property>();
            for (int j = random.nextInt(8); j >= 0; j--) {
                properties.add(new Property(
                        "X-P" + j,
                        List.of(
                                new Parameter("A", List.of(RandomText.of(random, 9), RandomText.of(random, 90))),
                                new Parameter("B", "")),
                        RandomText.of(random, 300)));
            }
            events.add(new Component("VEVENT", properties, List.of(new Component("VALARM", properties, List.of()))));
        }
        return new Component("VCALENDAR", List.of(new Property("VERSION", "2.0")), events);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void other_libraries_read_the_same_text(long seed) throws Exception {
        var text = RandomText.of(new Random(seed), 300).strip() + ", äöü; 🏨 \\ end";
        var written = new ContentLineWriter()
                .begin("VCALENDAR")
                .raw("VERSION", "2.0")
                .raw("PRODID", "-//Roomnight//EN")
                .begin("VEVENT")
                .text("UID", "u1@example.com")
                .utc("DTSTAMP", Instant.parse("2027-02-01T09:30:00Z"))
                .date("DTSTART", LocalDate.of(2027, 3, 10))
                .date("DTEND", LocalDate.of(2027, 3, 14))
                .text("SUMMARY", text)
                .end("VEVENT")
                .end("VCALENDAR")
                .toByteArray();
        var expected = RandomText.kept(text);
        var biweekly =
                Biweekly.parse(new String(written, StandardCharsets.UTF_8)).first();
        assertThat(biweekly.getEvents().getFirst().getSummary().getValue().replace("\r\n", "\n"))
                .isEqualTo(expected);
        var ical4j = new CalendarBuilder().build(new ByteArrayInputStream(written));
        assertThat(ical4j.getComponents()).hasSize(1);
        assertThat(ical4j.getComponents()
                        .getFirst()
                        .getRequiredProperty("SUMMARY")
                        .getValue())
                .isEqualTo(expected);
    }

    private static void assertFolded(byte[] written) {
        int start = 0;
        for (int i = 0; i < written.length; i++) {
            if (written[i] == '\n') {
                assertThat(written[i - 1]).isEqualTo((byte) '\r');
                assertThat(i - 1 - start).isLessThanOrEqualTo(ContentLineWriter.MAX_LINE_OCTETS);
                boolean continuationOctet = i + 2 < written.length && (written[i + 2] & 0xC0) == 0x80;
                assertThat(written[i + 1 < written.length ? i + 1 : i] == ' ' && continuationOctet)
                        .as("a UTF-8 sequence is split")
                        .isFalse();
                start = i + 1;
            }
        }
        assertThat(start).isEqualTo(written.length);
    }
}
