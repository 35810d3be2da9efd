package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.davxml.Report.ExpandProperty.Expanded;
import org.roomnight.davxml.Report.PrincipalPropertySearch;

/** The reports of RFC 3744, and expand-property. */
class PrincipalReportsTest {

    private static final PropRequest NOTHING = new PropRequest.Some(List.of(), null);

    @Test
    void principals_are_searched_by_their_properties() {
        var asked = report(
                "D:principal-property-search",
                "<D:property-search><D:prop><D:displayname/><C:calendar-user-address-set/></D:prop>",
                "<D:match>Inn</D:match></D:property-search>",
                "<D:prop><D:principal-URL/></D:prop><D:apply-to-principal-collection-set/>");
        var search = new PrincipalPropertySearch.Search(
                List.of(Names.dav("displayname"), Names.caldav("calendar-user-address-set")), "Inn");
        assertThat(read(asked))
                .isEqualTo(new PrincipalPropertySearch(
                        List.of(search), true, new PropRequest.Some(List.of(Names.dav("principal-URL")), null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<D:property-search/>",
                "<D:property-search><D:match>a</D:match></D:property-search>",
                "<D:property-search><D:prop/><D:match>a</D:match></D:property-search>",
                "<D:property-search><D:prop><D:a/></D:prop></D:property-search>"
            })
    void a_search_for_nothing_is_refused(String inside) {
        assertRefused(report("D:principal-property-search", inside), 400);
    }

    @Test
    void it_may_be_asked_what_can_be_searched() {
        assertThat(read(report("D:principal-search-property-set"))).isEqualTo(new Report.PrincipalSearchPropertySet());
    }

    @Test
    void principals_are_matched_with_oneself_or_with_a_property() {
        assertThat(read(report("D:principal-match", "<D:self/>")))
                .isEqualTo(new Report.PrincipalMatch(Optional.empty(), NOTHING));
        assertThat(read(report(
                        "D:principal-match", "<D:principal-property><D:owner/></D:principal-property><D:prop/>")))
                .isEqualTo(new Report.PrincipalMatch(Optional.of(Names.dav("owner")), NOTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<D:principal-property/>",
                "<D:principal-property><D:a/><D:b/></D:principal-property>",
                "<D:self/><D:principal-property><D:a/></D:principal-property>"
            })
    void a_match_with_nothing_is_refused(String inside) {
        assertRefused(report("D:principal-match", inside), 400);
    }

    @Test
    void the_principals_of_an_access_list_have_properties() {
        assertThat(read(report("D:acl-principal-prop-set", "<D:prop><D:displayname/></D:prop>")))
                .isEqualTo(
                        new Report.AclPrincipalPropSet(new PropRequest.Some(List.of(Names.dav("displayname")), null)));
    }

    @Test
    void apple_calendar_expands_the_properties_of_its_principal() {
        var asked = report(
                "D:expand-property",
                "<D:property name='calendar-proxy-read-for' namespace='http://calendarserver.org/ns/'>",
                "<D:property name='displayname' namespace='DAV:'/><D:property name='principal-URL'/></D:property>",
                "<D:property name='a' namespace=''/>");
        var inner = List.of(
                new Expanded(Names.dav("displayname"), List.of()), new Expanded(Names.dav("principal-URL"), List.of()));
        assertThat(read(asked))
                .isEqualTo(new Report.ExpandProperty(List.of(
                        new Expanded(Names.calendarserver("calendar-proxy-read-for"), inner),
                        new Expanded(new QName("a"), List.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=''",
                "name='a b'",
                "name='a/&gt;'",
                "name='D:a'",
                "name='1a'",
                "name='a' namespace='http://www.w3.org/2000/xmlns/'"
            })
    void a_name_that_could_not_be_a_tag_of_the_answer_is_refused(String attributes) {
        assertRefused(report("D:expand-property", "<D:property " + attributes + "/>"), 400);
    }
}
