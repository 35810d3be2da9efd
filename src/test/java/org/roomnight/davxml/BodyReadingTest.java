package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.propfind;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;
import static org.roomnight.davxml.Bodies.root;
import static org.roomnight.davxml.Bodies.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BodyReadingTest {

    private static final String PROPNAME = "<propfind xmlns='DAV:'><propname/></propfind>";

    private static void assertRead(byte[] body) {
        assertThat(read(DavBodies.propfind(body))).isEqualTo(new PropRequest.NamesOnly());
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        List.of(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "x",
                "<",
                "<a",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "<a b='1' b='2'/>",
                "<a b=1/>",
                "<a>&nbsp;</a>",
                "<a>&#0;</a>",
                "<a>&#xD800;</a>",
                "<a>\u0001</a>",
                "<a>]]></a>",
                "<a><![CDATA[</a>",
                "<a><!-- -- --></a>",
                "<a:b:c xmlns:a='u'/>",
                "<a xmlns:xml='u'/>",
                "<?xml version='1.1'?><a/>",
                "<?xml version='2.0'?><a/>",
                " <?xml version='1.0'?><a/>",
                "<!DOCTYPE a [",
                "{\"a\": 1}",
                "BEGIN:VCALENDAR"
            })
    void X_01_ill_formed_xml_is_refused(String body) {
        assertRefused(DavBodies.propfind(utf8(body)), 400);
        assertRefused(DavBodies.report(utf8(body)), 400);
    }

    @Test
    void no_body_is_refused_where_one_is_needed() {
        assertRefused(DavBodies.report(new byte[0]), 400);
        assertRefused(DavBodies.proppatch(new byte[0]), 400);
    }

    @Test
    void X_06_utf_8_is_read_with_and_without_a_mark_and_a_declaration() {
        assertRead(utf8(PROPNAME));
        assertRead(utf8("\uFEFF" + PROPNAME));
        assertRead(utf8("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + PROPNAME));
        assertRead(utf8("\uFEFF<?xml version='1.0' encoding='UTF-8' standalone='yes'?>" + PROPNAME));
        assertRead(utf8("<?xml version=\"1.0\"?>\r\n" + PROPNAME));
        assertRead(utf8("<?xml version='1.0' encoding='us-ascii'?>" + PROPNAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037"})
    void X_06_other_encodings_are_refused_by_their_octets(String charset) {
        String declared = "<?xml version='1.0' encoding='" + charset + "'?>" + PROPNAME;
        assertRefused(DavBodies.propfind(declared.getBytes(Charset.forName(charset))), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "UTF-16", "ISO-8859-1", "EBCDIC-CP-US", "no such"})
    void X_06_other_encodings_are_refused_by_their_declaration(String encoding) {
        assertRefused(DavBodies.propfind(utf8("<?xml version='1.0' encoding='" + encoding + "'?>" + PROPNAME)), 415);
    }

    @Test
    void X_06_what_is_not_in_the_encoding_that_it_says_is_refused() {
        String umlaut = "<propfind xmlns='DAV:'><propname/>\u00e4</propfind>";
        assertRefused(DavBodies.propfind(utf8("<?xml version='1.0' encoding='US-ASCII'?>" + umlaut)), 400);
        assertRefused(DavBodies.propfind(umlaut.getBytes(StandardCharsets.ISO_8859_1)), 400);
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        byte[] overlong = {(byte) 0xC0, (byte) 0xBC};
        assertRefused(DavBodies.propfind(join(utf8("<a>"), surrogate, utf8("</a>"))), 400);
        assertRefused(DavBodies.propfind(join(utf8("<a>"), overlong, utf8("</a>"))), 400);
        assertRefused(DavBodies.propfind(utf8("+ADw-propfind xmlns='DAV:'/+AD4-")), 400);
    }

    @Test
    void X_07_an_undeclared_prefix_is_refused() {
        assertRefused(DavBodies.propfind(utf8("<D:propfind><D:propname/></D:propfind>")), 400);
        assertRefused(DavBodies.propfind(utf8("<propfind xmlns='DAV:'><propname x:a='1'/></propfind>")), 400);
        assertRefused(propfind("<D:prop><x:a xmlns:x=''/></D:prop>"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<propfind/>",
                "<propfind xmlns='DAV'><propname/></propfind>",
                "<propfind xmlns='dav:'/>",
                "<x xmlns='DAV:'/>",
                "<html/>"
            })
    void X_07_an_unknown_root_is_refused(String body) {
        assertRefused(DavBodies.propfind(utf8(body)), 422);
        assertRefused(DavBodies.proppatch(utf8(body)), 422);
        assertRefused(DavBodies.mkcol(utf8(body)), 422);
        assertRefused(DavBodies.mkcalendar(utf8(body)), 422);
    }

    @Test
    void X_07_a_report_in_a_wrong_namespace_is_none_and_one_of_others_is_not_supported() {
        assertRefused(DavBodies.report(utf8("<calendar-query/>")), 422);
        assertRefused(DavBodies.report(utf8("<calendar-query xmlns='DAV:'/>")), 422);
        assertRefused(DavBodies.report(utf8("<x xmlns='urn:x'/>")), 422);
        assertRefused(report("D:version-tree"), 403, Names.dav("supported-report"));
        assertRefused(
                DavBodies.report(utf8("<calendarserver-principal-search xmlns='http://calendarserver.org/ns/'/>")),
                403,
                Names.dav("supported-report"));
    }

    @Test
    void comments_and_instructions_are_dropped_and_cdata_is_text() {
        byte[] body = root(
                "D:propertyupdate",
                "<?a b?><D:set><D:prop><D:displayname>a<!-- b -->&lt;<?c?><![CDATA[<d>]]>&#65;</D:displayname>",
                "</D:prop></D:set>");
        var change = (PropertyUpdate.Change.Set)
                read(DavBodies.proppatch(body)).changes().getFirst();
        assertThat(change.property().content()).containsExactly(new Text("a<<d>A"));
    }
}
