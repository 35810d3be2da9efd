package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.propfind;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.utf8;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropfindTest {

    @Test
    void X_15_no_body_asks_for_all_properties() {
        assertThat(read(DavBodies.propfind(new byte[0]))).isEqualTo(new PropRequest.All(List.of()));
    }

    @Test
    void X_11_properties_are_asked_for_in_one_way() {
        assertRefused(propfind("<D:allprop/><D:propname/>"), 400);
        assertRefused(propfind("<D:allprop/><D:prop><D:getetag/></D:prop>"), 400);
        assertRefused(propfind("<D:prop/><D:propname/>"), 400);
        assertRefused(propfind("<D:prop/><D:prop/>"), 400);
        assertRefused(propfind("<D:propname/><D:propname/>"), 400);
    }

    @Test
    void a_propfind_that_asks_for_nothing_is_refused() {
        assertRefused(propfind(), 400);
        assertRefused(propfind("<D:expired-props/>", "<C:prop/>", "text"), 400);
    }

    @Test
    void all_properties_and_some_besides() {
        assertThat(read(propfind("<D:allprop/><D:include><D:supported-report-set/></D:include>")))
                .isEqualTo(new PropRequest.All(List.of(Names.dav("supported-report-set"))));
        assertThat(read(propfind("<D:allprop/>"))).isEqualTo(new PropRequest.All(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<D:prop/>", "<D:propname/>", "<D:allprop/><D:include/>", ""})
    void include_stands_once_beside_allprop_only(String other) {
        assertRefused(propfind(other, "<D:include><D:getetag/></D:include>"), 400);
    }

    @Test
    void names_are_kept_in_order_and_each_once() {
        assertThat(read(propfind("<D:prop><D:b/>text<D:a>x</D:a><D:b/><b xmlns=''/></D:prop>")))
                .isEqualTo(new PropRequest.Some(List.of(Names.dav("b"), Names.dav("a"), new QName("b")), null));
    }

    @Test
    void unknown_elements_and_attributes_are_passed_over() {
        assertThat(read(propfind("<x xmlns='urn:x'><D:allprop/></x>", "<D:propname a='b' D:c='d'/>")))
                .isEqualTo(new PropRequest.NamesOnly());
    }

    @Test
    void apple_calendar_looks_at_a_home() {
        byte[] body = utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <A:propfind xmlns:A="DAV:">
                  <A:prop>
                    <A:add-member/>
                    <C:allowed-sharing-modes xmlns:C="http://calendarserver.org/ns/"/>
                    <D:autoprovisioned xmlns:D="http://apple.com/ns/ical/"/>
                    <D:calendar-color xmlns:D="http://apple.com/ns/ical/"/>
                    <B:calendar-description xmlns:B="urn:ietf:params:xml:ns:caldav"/>
                    <A:current-user-privilege-set/>
                    <C:getctag xmlns:C="http://calendarserver.org/ns/"/>
                    <A:sync-token/>
                  </A:prop>
                </A:propfind>
                """);
        assertThat(read(DavBodies.propfind(body)))
                .isEqualTo(new PropRequest.Some(
                        List.of(
                                Names.dav("add-member"),
                                Names.calendarserver("allowed-sharing-modes"),
                                Names.apple("autoprovisioned"),
                                Names.apple("calendar-color"),
                                Names.caldav("calendar-description"),
                                Names.dav("current-user-privilege-set"),
                                Names.calendarserver("getctag"),
                                Names.dav("sync-token")),
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Thunderbird
                """
                <D:propfind xmlns:D='DAV:' xmlns:CS='http://calendarserver.org/ns/' \
                xmlns:C='urn:ietf:params:xml:ns:caldav'><D:prop><D:getetag/><CS:getctag/></D:prop></D:propfind>""",
                // DAVx5
                """
                <?xml version='1.0' encoding='UTF-8' ?><propfind xmlns="DAV:" xmlns:CAL="urn:ietf:params:xml:ns:caldav">\
                <prop><getetag /><n0:getctag xmlns:n0="http://calendarserver.org/ns/" /></prop></propfind>""",
                // Evolution
                """
                <?xml version="1.0" encoding="utf-8"?>
                <propfind xmlns="DAV:" xmlns:CS="http://calendarserver.org/ns/">
                  <prop>
                    <getetag/>
                    <CS:getctag/>
                  </prop>
                </propfind>
                """,
                // vdirsyncer
                """

                <d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/">
                    <d:prop>
                        <d:getetag/>
                        <cs:getctag/>
                    </d:prop>
                </d:propfind>
                """
            })
    void clients_ask_for_the_tags_of_a_calendar(String body) {
        assertThat(read(DavBodies.propfind(utf8(body))))
                .isEqualTo(new PropRequest.Some(List.of(Names.dav("getetag"), Names.calendarserver("getctag")), null));
    }
}
