package org.roomnight.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roomnight.transcripts.Stage.Scene;

/** A transcript with a wrong expectation fails: each of these is right but for one thing. */
final class PlayerTest {

    private static final String RIGHT = """
            # The name of a calendar, and an entry that is put, fetched and asked for.
            # Provenance: this test

            > PROPFIND /dav/calendars/{{hotel}}/cabin/
            > Depth: 0
            > Authorization: Basic {{credentials}}
            >
            > <D:propfind xmlns:D="DAV:"><D:prop><D:displayname/><D:resourcetype/></D:prop></D:propfind>
            < 207
            < Content-Type: application/xml; charset=utf-8
            < ETag: (none)
            <
            < <multistatus xmlns="DAV:"><response>
            <   <href>/dav/calendars/{{hotel}}/cabin/</href>
            <   <propstat>
            <     <prop><resourcetype><K:calendar xmlns:K="urn:ietf:params:xml:ns:caldav"/><collection/></resourcetype>
            <       <displayname>Cabin</displayname></prop>
            <     <status>HTTP/1.1 200 OK</status>
            <   </propstat>
            < </response></multistatus>

            > PUT /dav/calendars/{{hotel}}/cabin/a.ics
            > Content-Type: text/calendar
            > Authorization: Basic {{credentials}}
            >
            > BEGIN:VCALENDAR
            > VERSION:2.0
            > PRODID:-//Example//Desk//EN
            > BEGIN:VEVENT
            > UID:a
            > DTSTAMP:20270115T095500Z
            > DTSTART;VALUE=DATE:20270601
            > SUMMARY:Painting
            > END:VEVENT
            > END:VCALENDAR
            < 201
            < ETag: {{etag-1}}

            > GET /dav/calendars/{{hotel}}/cabin/a.ics
            > Authorization: Basic {{credentials}}
            < 200
            < ETag: {{etag-1}}
            < Content-Type: text/calendar; charset=utf-8; component=VEVENT
            <
            < BEGIN:VCALENDAR
            < VERSION:2.0
            < PRODID:-//Example//Desk//EN
            < BEGIN:VEVENT
            < UID:a
            < DTSTAMP:20270115T095500Z
            < DTSTART;VALUE=DATE:20270601
            < SUMMARY:Painting
            < END:VEVENT
            < END:VCALENDAR

            > REPORT /dav/calendars/{{hotel}}/cabin/
            > Authorization: Basic {{credentials}}
            >
            > <C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/>
            > <C:calendar-data><C:comp name="VCALENDAR"><C:prop name="VERSION"/></C:comp></C:calendar-data></D:prop>
            > <D:href>/dav/calendars/{{hotel}}/cabin/a.ics</D:href></C:calendar-multiget>
            < 207
            < Content-Type: application/xml; charset=utf-8
            <
            < <multistatus xmlns="DAV:"><response>
            <   <href>/dav/calendars/{{hotel}}/cabin/a.ics</href>
            <   <propstat><prop>
            <     <getetag>{{etag-1}}</getetag>
            <     <C:calendar-data xmlns:C="urn:ietf:params:xml:ns:caldav">BEGIN:VCALENDAR
            < VERSION:2.0
            < END:VCALENDAR
            < </C:calendar-data></prop>
            <     <status>HTTP/1.1 200 OK</status>
            <   </propstat>
            < </response></multistatus>

            > DELETE /dav/calendars/{{hotel}}/cabin/a.ics
            > Authorization: Basic {{credentials}}
            < 204
            """;

    private static Scene scene;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        scene = Stage.sqlite().scene("player");
    }

    private List<String> problems(String text) {
        return player(text).problems();
    }

    private Player player(String text) {
        return new Player(transcript(text), scene);
    }

    private Transcript transcript(String text) {
        return TranscriptReader.read(folder.resolve("001-test.http"), text);
    }

    @Test
    void what_is_right_has_no_problems_whatever_its_prefixes_spaces_and_order() {
        assertThat(problems(RIGHT)).isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            '< 207'                         | '< 200'                           | expected the status 200 but was 207
            '< 204'                         | '< 404'                           | expected the status 404 but was 204
            '< ETag: (none)'                | '< ETag: {{etag-2}}'              | ETag: expected
            '< ETag: {{etag-1}}'            | '< ETag: (none)'                  | ETag: expected
            'charset=utf-8; component'      | 'charset=UTF-8; component'        | Content-Type: expected
            '<displayname>Cabin'            | '<displayname>Suite'              | <D:displayname>Cabin</D:displayname>
            '<displayname>Cabin'            | '<displayname>Cabin '             | <D:displayname>Cabin</D:displayname>
            '<displayname>Cabin<'           | '<displayname xml:lang="en">Cabin<' | <D:displayname>Cabin</D:displayname>
            '<displayname>Cabin</displayname>' | ''                           | <D:displayname>Cabin</D:displayname>
            '<collection/></resourcetype>'  | '</resourcetype>'                 | <D:collection/>
            '<collection/></resourcetype>'  | '<collection/><principal/></resourcetype>' | <D:principal/>
            'K="urn:ietf:params:xml:ns:caldav"' | 'K="urn:ietf:params:xml:ns:carddav"' | <C:calendar/>
            '< SUMMARY:Painting'            | '< SUMMARY:painting'              | SUMMARY:painting
            '< SUMMARY:Painting'            | '< SUMMARY:Painting '             | SUMMARY:Painting
            '< UID:a'                       | '<'                               | UID:a
            '< VERSION:2.0~< END'           | '< VERSION:2.0~<~< END'           | VERSION:2.0
            '<     <getetag>{{etag-1}}'     | '<     <getetag>{{etag-2}}'       | {{etag-2}} is the same as {{etag-1}}
            '<getetag>{{etag-1}}'           | '<getetag>{{sync-token-1}}'       | {{sync-token-1}}
            """)
    void what_is_wrong_in_one_place_is_a_problem_there(String right, String wrong, String said) {
        String changed = RIGHT.replace(right.replace('~', '\n'), wrong.replace('~', '\n'));
        assertThat(changed).isNotEqualTo(RIGHT);
        assertThat(problems(changed)).isNotEmpty().first().asString().contains(said);
    }

    @Test
    void an_answer_that_nobody_expects_is_a_problem() {
        assertThat(problems(RIGHT.replace("\n< 204", "")))
                .singleElement()
                .asString()
                .contains("the file does not say what is answered");
        String body = RIGHT.substring(RIGHT.indexOf("<\n< BEGIN:VCALENDAR"), RIGHT.indexOf("> REPORT") - 1);
        assertThat(problems(RIGHT.replace(body, ""))).singleElement().asString().contains("no body was expected");
        assertThat(problems(RIGHT.replace("< Content-Type: text/calendar; charset=utf-8; component=VEVENT\n", "")))
                .singleElement()
                .asString()
                .contains("expect a Content-Type");
    }

    @Test
    void a_body_where_there_is_none_is_a_problem() {
        assertThat(problems(RIGHT.replace("< 204", "< 204\n< Content-Type: (none)\n<\n< gone")))
                .singleElement()
                .asString()
                .contains("a body was expected but there is none");
    }

    @Test
    void line_ends_that_are_not_those_of_icalendar_are_seen() {
        assertThat(Texts.visible("a\r\nb\nc\rd")).isEqualTo("a\nb&#10;c&#13;d");
    }

    @Test
    void only_the_variables_that_there_are_may_be_used() {
        assertThatThrownBy(() -> problems(RIGHT.replace("<displayname>Cabin", "<displayname>{{anything}}")))
                .hasMessageContaining("there is no variable {{anything}}");
        assertThatThrownBy(() -> problems(RIGHT.replace("cabin/a.ics", "{{etag-7}}")))
                .hasMessageContaining("nothing has told {{etag-7}} yet");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused() {
        List<String> all = List.of("< 200", "GET /", "> GET", "> GET /\n> Depth", "> GET /\n< OK", "> GET /\n\n< 200");
        for (String broken : all) {
            assertThatThrownBy(() -> transcript(broken)).hasMessageContaining("001-test.http:");
        }
    }

    @Test
    void rewriting_puts_right_what_is_wrong_and_leaves_the_rest() throws IOException {
        String wrong = RIGHT.replace("< 204", "< 404").replace("< SUMMARY:Painting", "< SUMMARY:Paint");
        Path file = folder.resolve("001-test.http");
        new Golden(transcript(wrong), player(wrong)).update();
        assertThat(Files.readString(file)).isEqualTo(RIGHT);

        String missing = RIGHT.replace("\n< 204", "");
        new Golden(transcript(missing), player(missing)).update();
        assertThat(Files.readString(file)).isEqualTo(RIGHT);
    }

    @Test
    void rewriting_has_to_be_asked_for_and_is_refused_where_nobody_reads_it() {
        assertThat(Golden.wanted(null, null)).isFalse();
        assertThat(Golden.wanted("false", "true")).isFalse();
        assertThat(Golden.wanted("true", null)).isTrue();
        assertThatThrownBy(() -> Golden.wanted("true", "true")).hasMessageContaining("not for CI");
    }
}
