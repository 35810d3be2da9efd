package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.davxml.CalendarData.Recurrences;
import org.roomnight.davxml.CalendarData.SelectedProperty;
import org.roomnight.davxml.CalendarData.Selection;

class CalendarDataTest {

    private static final String JULY = " start='20260701T000000Z' end='20260801T000000Z'/>";
    private static final TimeRange RANGE =
            new TimeRange(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-08-01T00:00:00Z"));

    private static Asked<Report> asked(String calendarData) {
        return report("C:calendar-multiget", "<D:prop>" + calendarData + "</D:prop><D:href>/a.ics</D:href>");
    }

    private static CalendarData data(String... inside) {
        String element = "<C:calendar-data>" + String.join("", inside) + "</C:calendar-data>";
        var multiget = read(asked(element), Report.CalendarMultiget.class);
        return ((PropRequest.Some) multiget.properties()).calendarData().orElseThrow();
    }

    private static void assertRefusedInside(String... inside) {
        assertRefused(asked("<C:calendar-data>" + String.join("", inside) + "</C:calendar-data>"), 400);
    }

    @Test
    void without_anything_inside_the_whole_object_is_wanted() {
        assertThat(data()).isEqualTo(CalendarData.WHOLE);
        assertThat(read(asked("<C:calendar-data content-type='TEXT/Calendar' version='2.0'/>")))
                .isInstanceOf(Report.CalendarMultiget.class);
        assertRefused(asked("<C:calendar-data/><C:calendar-data/>"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-type='text/html'",
                "content-type='application/calendar+json'",
                "version='3.0'",
                "version=''",
                "content-type='text/calendar' version='1.0'"
            })
    void X_21_other_kinds_of_data_are_not_given(String attributes) {
        assertRefused(asked("<C:calendar-data " + attributes + "/>"), 403, Names.caldav("supported-calendar-data"));
    }

    @Test
    void parts_are_wanted_as_in_the_example_of_RFC_4791_7_8_1() {
        var selection = data("""
                <C:comp name="VCALENDAR">
                  <C:prop name="VERSION"/>
                  <C:comp name="vevent">
                    <C:prop name="summary"/>
                    <C:prop name="DESCRIPTION" novalue="yes"/>
                    <C:prop name="UID" novalue="no"/>
                    <C:allcomp/>
                  </C:comp>
                  <C:comp name="VTIMEZONE"/>
                </C:comp>
                """).selection();
        var event = new Selection(
                "VEVENT",
                List.of(
                        new SelectedProperty("SUMMARY", false),
                        new SelectedProperty("DESCRIPTION", true),
                        new SelectedProperty("UID", false)),
                null);
        assertThat(selection)
                .isEqualTo(new Selection(
                        "VCALENDAR",
                        List.of(new SelectedProperty("VERSION", false)),
                        List.of(event, new Selection("VTIMEZONE", null, null))));
    }

    @Test
    void all_properties_without_components_may_be_wanted() {
        assertThat(data("<C:comp name='VCALENDAR'><C:allprop/></C:comp>").selection())
                .isEqualTo(new Selection("VCALENDAR", null, List.of()));
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertRefusedInside("<C:comp/>");
        assertRefusedInside("<C:comp name='VEVENT'/>");
        assertRefusedInside("<C:comp name='VCALENDAR'/><C:comp name='VCALENDAR'/>");
        assertRefusedInside("<C:comp name='VCALENDAR'><C:allprop/><C:prop name='A'/></C:comp>");
        assertRefusedInside("<C:comp name='VCALENDAR'><C:allcomp/><C:comp name='A'/></C:comp>");
        assertRefusedInside("<C:comp name='VCALENDAR'><C:prop/></C:comp>");
        assertRefusedInside("<C:comp name='VCALENDAR'><C:prop name='A' novalue='1'/></C:comp>");
        assertRefusedInside("<C:expand", JULY, "<C:limit-recurrence-set", JULY);
        assertRefusedInside("<C:expand", JULY, "<C:expand", JULY);
    }

    @Test
    void recurrences_are_expanded_or_limited() {
        assertThat(data("<C:expand", JULY)).isEqualTo(new CalendarData(null, new Recurrences.Expand(RANGE), null));
        assertThat(data("<C:limit-recurrence-set", JULY, "<C:limit-freebusy-set", JULY))
                .isEqualTo(new CalendarData(null, new Recurrences.Limit(RANGE), RANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expand", "limit-recurrence-set", "limit-freebusy-set"})
    void X_18_the_ranges_of_data_are_closed(String name) {
        assertRefusedInside("<C:" + name + "/>");
        assertRefusedInside("<C:" + name + " start='20260701T000000Z'/>");
        assertRefusedInside("<C:" + name + " end='20260701T000000Z'/>");
        assertRefusedInside("<C:" + name + " start='20260701' end='20260801'/>");
    }
}
