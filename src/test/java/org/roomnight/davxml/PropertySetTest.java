package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.root;
import static org.roomnight.davxml.Bodies.utf8;

import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.davxml.PropertyUpdate.Change;

/** PROPPATCH, MKCALENDAR and extended MKCOL. */
class PropertySetTest {

    private static final QName LANGUAGE = new QName(XMLConstants.XML_NS_URI, "lang");

    private static Asked<PropertyUpdate> proppatch(String... inside) {
        return DavBodies.proppatch(root("D:propertyupdate", inside));
    }

    private static Element element(QName name, String text) {
        return new Element(name, Map.of(), text.isEmpty() ? List.of() : List.of(new Text(text)));
    }

    @Test
    void changes_are_in_document_order() {
        var update = read(proppatch(
                "<D:set><D:prop><D:a>1</D:a><D:b/></D:prop></D:set>",
                "<D:remove><D:prop><D:a>ignored</D:a></D:prop></D:remove>",
                "<D:set><D:prop><D:a>2</D:a></D:prop></D:set>"));
        assertThat(update.changes())
                .containsExactly(
                        new Change.Set(element(Names.dav("a"), "1")),
                        new Change.Set(element(Names.dav("b"), "")),
                        new Change.Remove(Names.dav("a")),
                        new Change.Set(element(Names.dav("a"), "2")));
        assertThat(update.changes().getFirst().name()).isEqualTo(Names.dav("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<D:x/>",
                "<D:prop><D:a/></D:prop>",
                "<D:set/>",
                "<D:set><D:prop/></D:set>",
                "<D:set><D:a/></D:set>",
                "<D:remove/>"
            })
    void an_update_that_names_no_property_is_refused(String inside) {
        assertRefused(proppatch(inside), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<propertyupdate xmlns='DAV:' xml:lang='de'><set><prop><a>x</a></prop></set></propertyupdate>",
                "<propertyupdate xmlns='DAV:'><set xml:lang='de'><prop><a>x</a></prop></set></propertyupdate>",
                "<propertyupdate xmlns='DAV:' xml:lang='en'><set><prop"
                        + " xml:lang='de'><a>x</a></prop></set></propertyupdate>",
                "<propertyupdate xmlns='DAV:' xml:lang='en'><set><prop><a"
                        + " xml:lang='de'>x</a></prop></set></propertyupdate>"
            })
    void the_language_in_scope_is_kept_on_the_property(String body) {
        var property = new Element(Names.dav("a"), Map.of(LANGUAGE, "de"), List.of(new Text("x")));
        assertThat(read(DavBodies.proppatch(utf8(body))).changes()).containsExactly(new Change.Set(property));
    }

    @Test
    void apple_calendar_makes_a_calendar() {
        byte[] body = utf8("""
            <?xml version="1.0" encoding="UTF-8"?>
            <B:mkcalendar xmlns:B="urn:ietf:params:xml:ns:caldav">
              <A:set xmlns:A="DAV:">
                <A:prop>
                  <B:supported-calendar-component-set>
                    <B:comp name="VEVENT"/>
                  </B:supported-calendar-component-set>
                  <D:calendar-color xmlns:D="http://apple.com/ns/ical/" symbolic-color="blue">#1BADF8</D:calendar-color>
                  <A:displayname>Cleaning</A:displayname>
                </A:prop>
              </A:set>
            </B:mkcalendar>
            """);
        var properties = read(DavBodies.mkcalendar(body)).properties();
        assertThat(properties)
                .extracting(Element::name)
                .containsExactly(
                        Names.caldav("supported-calendar-component-set"),
                        Names.apple("calendar-color"),
                        Names.dav("displayname"));
        assertThat(properties.getFirst().children().getFirst().attribute("name"))
                .contains("VEVENT");
        assertThat(properties.get(1).attribute("symbolic-color")).contains("blue");
        assertThat(properties.get(2).text()).isEqualTo("Cleaning");
    }

    @Test
    void davx5_makes_a_calendar_with_extended_mkcol() {
        byte[] body = utf8("""
            <?xml version='1.0' encoding='UTF-8' ?><mkcol xmlns="DAV:"><set><prop><resourcetype><collection />\
            <CAL:calendar xmlns:CAL="urn:ietf:params:xml:ns:caldav" /></resourcetype><displayname>Linen</displayname>\
            </prop></set></mkcol>\
            """);
        var properties = read(DavBodies.mkcol(body)).properties();
        assertThat(properties)
                .extracting(Element::name)
                .containsExactly(Names.dav("resourcetype"), Names.dav("displayname"));
        assertThat(properties.getFirst().child(Names.caldav("calendar"))).isPresent();
    }

    @Test
    void no_body_makes_a_collection_without_properties() {
        assertThat(read(DavBodies.mkcalendar(new byte[0]))).isEqualTo(new NewCollection(List.of()));
        assertThat(read(DavBodies.mkcol(new byte[0]))).isEqualTo(new NewCollection(List.of()));
        assertThat(read(DavBodies.mkcol(root("D:mkcol")))).isEqualTo(new NewCollection(List.of()));
    }

    @Test
    void a_new_collection_removes_nothing() {
        assertRefused(DavBodies.mkcol(root("D:mkcol", "<D:remove><D:prop><D:a/></D:prop></D:remove>")), 400);
    }

    @Test
    void X_35_a_set_without_prop_makes_no_calendar() {
        assertRefused(DavBodies.mkcalendar(root("C:mkcalendar", "<D:set><D:displayname/></D:set>")), 400);
        assertRefused(DavBodies.mkcalendar(root("D:mkcol")), 422);
    }
}
