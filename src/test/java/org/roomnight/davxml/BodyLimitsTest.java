package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.propfind;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;
import static org.roomnight.davxml.Bodies.root;
import static org.roomnight.davxml.Bodies.utf8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every budget, at its limit and one past it. */
@Timeout(20)
class BodyLimitsTest {

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }

    private static byte[] padded(int octets, String before, String after) {
        return utf8(before + "x".repeat(octets - before.length() - after.length()) + after);
    }

    private static byte[] textOf(int octets) {
        return padded(octets, "<propfind xmlns='DAV:'><propname/>", "</propfind>");
    }

    private static byte[] attributeOf(int octets) {
        return padded(octets, "<propfind xmlns='DAV:' a='", "'><propname/></propfind>");
    }

    @Test
    void X_05_a_body_of_256_KiB_is_read_and_one_octet_more_refused() {
        assertThat(read(DavBodies.propfind(textOf(256 * 1024)))).isEqualTo(new PropRequest.NamesOnly());
        assertRefused(DavBodies.propfind(textOf(256 * 1024 + 1)), 413);
    }

    @Test
    void X_05_one_attribute_may_fill_the_body() {
        assertThat(read(DavBodies.propfind(attributeOf(256 * 1024)))).isEqualTo(new PropRequest.NamesOnly());
        assertRefused(DavBodies.propfind(attributeOf(256 * 1024 + 1)), 413);
    }

    @Test
    void X_05_elements_are_nested_32_deep_and_no_deeper() {
        assertThat(read(propfind("<D:propname/>", nested(31)))).isEqualTo(new PropRequest.NamesOnly());
        assertRefused(propfind("<D:propname/>", nested(32)), 400);
        assertRefused(DavBodies.propfind(utf8("<a>".repeat(80_000))), 400);
    }

    private static String nested(int levels) {
        return "<a>".repeat(levels) + "</a>".repeat(levels);
    }

    @Test
    void X_05_a_body_has_20_000_elements_and_no_more() {
        assertThat(read(propfind("<D:propname/>", "<a/>".repeat(19_998)))).isEqualTo(new PropRequest.NamesOnly());
        assertRefused(propfind("<D:propname/>", "<a/>".repeat(19_999)), 400);
    }

    @Test
    void X_05_an_element_has_64_attributes_and_no_more() {
        assertThat(read(propfind("<D:propname" + numbered(64, " a%d='='") + "/>")))
                .isEqualTo(new PropRequest.NamesOnly());
        assertRefused(propfind("<D:propname" + numbered(65, " a%d='='") + "/>"), 400);
        assertRefused(propfind("<D:propname" + numbered(10_000, " a%d='='") + "/>"), 400);
    }

    @Test
    void X_05_declarations_of_namespaces_count_as_attributes() {
        assertThat(read(propfind("<D:propname" + numbered(64, " xmlns:a%d=\"u'\"") + "/>")))
                .isEqualTo(new PropRequest.NamesOnly());
        assertRefused(propfind("<D:propname" + numbered(65, " xmlns:a%d=\"u'\"") + "/>"), 400);
    }

    @Test
    void what_looks_like_attributes_in_comments_text_and_instructions_is_none() {
        String many = "='".repeat(65);
        String passedOver = "<!-- <a %s --><![CDATA[<a %s]]><?a <b %s?>".formatted(many, many, many);
        assertThat(read(propfind(passedOver, "<D:propname/>"))).isEqualTo(new PropRequest.NamesOnly());
    }

    @Test
    void a_namespace_name_has_512_characters_and_no_more() {
        assertThat(read(propfind("<D:propname/><a xmlns='" + "u".repeat(512) + "'/>")))
                .isEqualTo(new PropRequest.NamesOnly());
        assertRefused(propfind("<D:propname/><a xmlns='" + "u".repeat(513) + "'/>"), 400);
    }

    @Test
    void a_request_names_500_different_properties_and_no_more() {
        assertThat(read(propfind("<D:prop>" + numbered(500, "<D:a%d/>").repeat(2) + "</D:prop>")))
                .isInstanceOfSatisfying(
                        PropRequest.Some.class, some -> assertThat(some.names()).hasSize(500));
        assertRefused(propfind("<D:prop>" + numbered(501, "<D:a%d/>") + "</D:prop>"), 400);
    }

    /** Each change is a statement in the lane that everybody's writes share. */
    @Test
    void a_request_changes_500_properties_and_no_more() {
        for (String step : new String[] {"D:set", "D:remove"}) {
            assertThat(read(DavBodies.proppatch(changing(500, step))).changes()).hasSize(500);
            assertRefused(DavBodies.proppatch(changing(501, step)), 400);
        }
        String most = "<D:set><D:prop>" + numbered(500, "<D:a%d/>") + "</D:prop></D:set>";
        assertThat(read(DavBodies.mkcalendar(root("C:mkcalendar", most))).properties())
                .hasSize(500);
        assertRefused(DavBodies.mkcalendar(root("C:mkcalendar", most + most)), 400);
    }

    private static byte[] changing(int properties, String step) {
        String named = "<%s><D:prop>%s</D:prop></%s>".formatted(step, numbered(properties, "<D:a%d/>"), step);
        return root("D:propertyupdate", named);
    }

    @Test
    void a_report_expands_500_properties_at_a_level_and_no_more() {
        String property = "<D:property name='a%d'/>";
        assertThat(read(report("D:expand-property", numbered(500, property)))).isNotNull();
        assertRefused(report("D:expand-property", numbered(501, property)), 400);
    }

    @Test
    void a_filter_has_200_conditions_and_no_more() {
        assertThat(read(query(199))).isNotNull();
        assertRefused(query(200), 403, Names.caldav("valid-filter"));
    }

    private static Asked<Report> query(int propertyFilters) {
        return report(
                "C:calendar-query",
                "<C:filter><C:comp-filter name='VCALENDAR'>",
                "<C:prop-filter name='X'/>".repeat(propertyFilters),
                "</C:comp-filter></C:filter>");
    }

    @Test
    void X_25_a_multiget_names_5_000_different_objects_and_no_more() {
        assertThat(read(multiget(5_000, 1), Report.CalendarMultiget.class).hrefs())
                .hasSize(5_000);
        assertThat(read(multiget(5_000, 2), Report.CalendarMultiget.class).hrefs())
                .hasSize(5_000);
        assertRefused(multiget(5_001, 1), 507, Names.dav("number-of-matches-within-limits"));
        assertRefused(multiget(100_000, 1), 413);
    }

    private static Asked<Report> multiget(int hrefs, int times) {
        byte[] body = root(
                "C:calendar-multiget",
                "<D:prop/>",
                numbered(hrefs, "<D:href>%d</D:href>").repeat(times));
        return DavBodies.report(body);
    }
}
