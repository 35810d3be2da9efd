package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.davxml.Bodies.utf8;
import static org.roomnight.davxml.Documents.ROOT;
import static org.roomnight.davxml.Documents.inside;
import static org.roomnight.davxml.Documents.readBack;
import static org.roomnight.davxml.Documents.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class XmlWriterTest {

    @Test
    void a_document_declares_its_prefixes_at_the_root() {
        assertThat(written(_ -> {})).asString().isEqualTo("""
                <?xml version="1.0" encoding="utf-8"?>
                <D:a xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/" \
                xmlns:A="http://apple.com/ns/ical/" xmlns:R="urn:roomnight:dav"></D:a>""");
    }

    @Test
    void each_namespace_has_its_prefix_and_others_are_declared_where_they_are_used() {
        assertThat(inside(xml -> xml.open(Names.caldav("b"))
                        .empty(Names.calendarserver("c"))
                        .empty(Names.apple("d"))
                        .empty(Names.roomnight("e"))
                        .empty(new QName("f"))
                        .text(new QName("urn:x&\"\u00fc", "g\u00fc"), "h")
                        .empty(Names.caldav("comp"), "name", "V\"<")
                        .close(Names.caldav("b"))))
                .isEqualTo("<C:b><CS:c/><A:d/><R:e/><f/><n:g\u00fc xmlns:n=\"urn:x&amp;&quot;\u00fc\">h</n:g\u00fc>"
                        + "<C:comp name=\"V&quot;&lt;\"/></C:b>");
    }

    @Test
    void text_is_escaped() {
        assertThat(inside(xml -> xml.text("a<b>&\"'\r\n\t]]>"))).isEqualTo("a&lt;b&gt;&amp;\"'&#13;\n\t]]&gt;");
        assertThat(inside(xml -> xml.text(utf8("a<b>&\"'\r\n\t]]>")))).isEqualTo("a&lt;b&gt;&amp;\"'&#13;\n\t]]&gt;");
    }

    @Test
    void characters_that_xml_cannot_carry_are_dropped_and_lone_surrogates_replaced() {
        String unfit = "a\u0000\u0001\u000b\u001f\uFFFE\uFFFFb\uFFFD\uFFEF\u007f\u0085\uD83D\uDE00";
        String fit = "ab\uFFFD\uFFEF\u007f\u0085\uD83D\uDE00";
        assertThat(inside(xml -> xml.text(unfit))).isEqualTo(fit);
        assertThat(inside(xml -> xml.text(utf8(unfit)))).isEqualTo(fit);
        assertThat(inside(xml -> xml.text("a\uD83Db\uDE00"))).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void the_line_ends_of_a_calendar_object_survive() {
        String object = "BEGIN:VCALENDAR\r\nSUMMARY:\u00e4 & <b>\r\n \tx\r\nEND:VCALENDAR\r\n";
        assertThat(readBack(xml -> xml.text(utf8(object))).text()).isEqualTo(object);
        assertThat(readBack(xml -> xml.text(object)).text()).isEqualTo(object);
    }

    @Test
    void text_may_be_of_any_length_and_be_cut_by_the_buffer_anywhere() {
        for (int before = 16_360; before < 16_390; before++) {
            String text = "x".repeat(before - 200) + "\u00e4<\u20ac&\uD83D\uDE00\r".repeat(40) + "y".repeat(20_000);
            assertThat(readBack(xml -> xml.text(text)).text()).isEqualTo(text);
            assertThat(readBack(xml -> xml.text(utf8(text))).text()).isEqualTo(text);
        }
    }

    @Test
    void an_element_is_written_as_it_was_read() {
        var element = new Element(
                new QName("urn:x", "a"),
                Map.of(
                        new QName(XMLConstants.XML_NS_URI, "lang"), "de",
                        new QName("urn:y", "b"), "\"<\t\r\n",
                        new QName("c"), ""),
                List.of(new Text("t"), new Element(new QName("urn:y", "d"), Map.of(), List.of())));
        assertThat(inside(xml -> xml.element(element)))
                .isEqualTo("<n0:a xmlns:n0=\"urn:x\" xmlns:n1=\"urn:y\" c=\"\" xml:lang=\"de\""
                        + " n1:b=\"&quot;&lt;&#9;&#13;&#10;\">t<n1:d/></n0:a>");
        assertThat(readBack(xml -> xml.element(element)).content()).containsExactly(element);
    }

    @Test
    void a_long_namespace_is_written_once_for_an_element() {
        var inner = new Element(new QName("u".repeat(500), "b"), Map.of(), List.of());
        var element = new Element(Names.dav("a"), Map.of(), Collections.nCopies(1_000, inner));
        assertThat(inside(xml -> xml.element(element)).length()).isLessThan(10_000);
    }

    @Test
    void more_names_than_are_kept_are_written_too() {
        var written = readBack(xml -> {
            for (int i = 0; i < 5_000; i++) {
                xml.empty(Names.dav("p" + i));
            }
        });
        assertThat(written.children())
                .hasSize(5_000)
                .element(4_999)
                .isEqualTo(new Element(Names.dav("p4999"), Map.of(), List.of()));
    }

    @Test
    void octets_go_to_the_stream_before_the_end_and_the_stream_stays_open() {
        var closed = new boolean[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        var xml = new XmlWriter(out, ROOT);
        xml.text("x".repeat(100_000));
        assertThat(out.size()).isGreaterThan(80_000);
        xml.finish();
        assertThat(closed[0]).isFalse();
    }

    @Test
    void a_stream_that_fails_ends_the_writing() {
        var failing = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        var xml = new XmlWriter(failing, ROOT);
        assertThatThrownBy(xml::finish).isInstanceOf(UncheckedIOException.class);
    }
}
