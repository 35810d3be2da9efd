package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import tools.jackson.databind.JsonNode;

/** Entries in the shapes that calendar programs write, in {@code entries/programs.txt}: each takes the nights it means. */
interface ProgramEntryContract {

    TestServer server();

    /** One of the file. */
    record Shape(String name, String nights, String entry) {}

    private static List<Shape> shapes() {
        try (InputStream stream = ProgramEntryContract.class.getResourceAsStream("/entries/programs.txt")) {
            String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<Shape> shapes = new ArrayList<>();
            for (String part : all.split("(?m)^=== ")) {
                if (!part.startsWith("#")) {
                    String[] headAndLines = part.split("\n", 2);
                    String[] nameAndNights = headAndLines[0].split(" \\| ");
                    shapes.add(new Shape(
                            nameAndNights[0], nameAndNights[1], entry(shapes.size(), headAndLines[1].strip())));
                }
            }
            return shapes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String entry(int number, String lines) {
        boolean whole = lines.toUpperCase(java.util.Locale.ROOT).contains("BEGIN:VEVENT");
        String head = "PRODID:-//Example//EN\n";
        String inside = whole
                ? (lines.contains("PRODID") ? "" : head) + lines
                : head
                        + "BEGIN:VEVENT\nUID:shape-%d\nDTSTAMP:20270110T120000Z\n%s\nEND:VEVENT"
                                .formatted(number, lines);
        String version = lines.contains("begin:vevent") ? "" : "VERSION:2.0\n";
        return ("BEGIN:VCALENDAR\n" + version
                        + inside.lines().map(ProgramEntryContract::zone).collect(Collectors.joining("\n"))
                        + "\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static String zone(String line) {
        if (!line.startsWith("@zone ")) {
            return line;
        }
        int to = line.lastIndexOf(' ');
        int from = line.lastIndexOf(' ', to - 1);
        String winter = line.substring(from + 1, to);
        String summer = line.substring(to + 1);
        return """
            BEGIN:VTIMEZONE
            TZID:%1$s
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:%3$s
            TZOFFSETTO:%2$s
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:%2$s
            TZOFFSETTO:%3$s
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE\
            """.formatted(line.substring("@zone ".length(), from), winter, summer);
    }

    @Test
    default void entries_of_real_programs_take_the_nights_that_they_mean() {
        DavHouse house = DavHouse.on(server());
        SoftAssertions all = new SoftAssertions();
        List<Shape> shapes = shapes();
        assertThat(shapes).hasSizeGreaterThan(45);
        for (Shape shape : shapes) {
            String path = house.path("suite", "a.ics");
            var answer = house.put(path, shape.entry());
            all.assertThat(answer.statusCode())
                    .as(shape.name() + " " + text(answer))
                    .isEqualTo(201);
            all.assertThat(nights(house)).as(shape.name()).isEqualTo(shape.nights());
            house.put(path, text(house.get(path)).replace("SEQUENCE:0", "SEQUENCE:1"));
            all.assertThat(nights(house)).as("sent back: " + shape.name()).isEqualTo(shape.nights());
            house.delete(path);
        }
        all.assertAll();
    }

    private static String nights(DavHouse house) {
        JsonNode blocks = house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                .get("items");
        TreeSet<LocalDate> nights = new TreeSet<>();
        for (JsonNode block : blocks) {
            (block.has("stays") ? block.get("stays") : blocks)
                    .forEach(stay -> LocalDate.parse(stay.get("startDate").stringValue())
                            .datesUntil(LocalDate.parse(stay.get("endDate").stringValue()))
                            .forEach(nights::add));
        }
        return nights.stream().map(night -> night.toString().substring(5)).collect(Collectors.joining(" "));
    }
}
