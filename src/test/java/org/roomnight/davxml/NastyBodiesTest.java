package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.root;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are made to hurt get an answer, soon, and never an exception. */
@Timeout(120)
class NastyBodiesTest {

    /** Ten times what each takes on a slow machine; what is not linear takes far longer. */
    private static final Duration EACH = Duration.ofSeconds(2);

    private static final List<Function<byte[], Asked<?>>> READERS = List.of(
            DavBodies::propfind, DavBodies::proppatch, DavBodies::mkcalendar, DavBodies::mkcol, DavBodies::report);

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }

    static Stream<byte[]> bodies() {
        return Stream.of(markup(), declarations(), requests()).flatMap(Function.identity());
    }

    private static Stream<byte[]> markup() {
        return Stream.of(
                        "<".repeat(260_000),
                        "<a".repeat(130_000),
                        "<a>".repeat(87_000),
                        "<a " + "b='".repeat(80_000),
                        "<a>" + "&amp;".repeat(52_000),
                        "<a>" + "&#65;".repeat(52_000) + "</a>",
                        "<a>" + "]".repeat(260_000) + "</a>",
                        "<a>" + "\r".repeat(260_000) + "</a>",
                        "<a><!--" + "-".repeat(260_000),
                        "<a><!--" + "- ".repeat(130_000),
                        "<a><![CDATA[" + "]]".repeat(130_000),
                        "<a>" + "<![CDATA[]]>".repeat(21_000) + "</a>",
                        "<a>" + "<!---->".repeat(37_000) + "</a>",
                        "<a>" + "<?b?>".repeat(52_000) + "</a>",
                        " ".repeat(262_144),
                        "<" + "a".repeat(262_000) + "/>",
                        "<a b='" + "\n".repeat(262_000) + "'/>")
                .map(Bodies::utf8);
    }

    private static Stream<byte[]> declarations() {
        String namespaces = numbered(60, " xmlns:p%d='u'");
        return Stream.of(
                        "<a" + numbered(12_000, " xmlns:p%d='u'") + "/>",
                        "<a" + numbered(12_000, " b%d='u'") + "/>",
                        "<a" + namespaces + ">" + ("<a" + namespaces + ">").repeat(30) + "<p1:b/>".repeat(19_000),
                        "<!DOCTYPE a [" + numbered(9_000, "<!ENTITY x%d 'y'>") + "]><a/>",
                        "<!DOCTYPE a [" + "<!ENTITY % x '%x;'>".repeat(12_000),
                        "<!DOCTYPE a [<!ENTITY x0 'lol'>" + numbered(9, "<!ENTITY y%d '&x0;&x0;'>") + "]><a>&y8;</a>",
                        "<?xml version='1.0' encoding='" + "U".repeat(262_000) + "'?><a/>",
                        "<?xml " + " ".repeat(262_000),
                        "<a xmlns='" + "u".repeat(262_000) + "'/>")
                .map(Bodies::utf8);
    }

    private static Stream<byte[]> requests() {
        return Stream.of(
                root("D:propfind", "<D:prop>", numbered(15_000, "<D:p%d/>"), "</D:prop>"),
                root("D:propfind", "<D:prop/>".repeat(15_000)),
                root("D:propertyupdate", "<D:set/>".repeat(15_000)),
                root("C:mkcalendar", "<D:set><D:prop/><D:prop/></D:set>".repeat(7_000)),
                root("D:mkcol", "<D:remove/>".repeat(15_000)),
                root(
                        "C:calendar-multiget",
                        "<D:href/>x".repeat(15_000),
                        "<D:prop><C:calendar-data version='0'/></D:prop>"),
                root("C:calendar-query", "<C:filter/>".repeat(15_000)),
                root("C:calendar-query", "<C:filter>", "<C:comp-filter name='VCALENDAR'>".repeat(5_000)),
                root(
                        "D:sync-collection",
                        "<D:sync-token/><D:limit><D:nresults>",
                        "0".repeat(250_000),
                        "</D:nresults></D:limit>"),
                root("D:expand-property", "<D:property name='" + "a".repeat(250_000) + "'/>"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void X_05_a_nasty_body_is_refused_in_time(byte[] body) {
        for (var reader : READERS) {
            long began = System.nanoTime();
            var asked = reader.apply(body);
            var took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(asked).isInstanceOf(Asked.Rejected.class);
            assertThat(took).isLessThan(EACH);
        }
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 10), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void X_01_broken_requests_get_an_answer(long seed) {
        var random = new Random(seed);
        var bodies = Samples.ALL;
        for (int i = 0; i < 200; i++) {
            byte[] body = broken(bodies.get(random.nextInt(bodies.size())).clone(), random);
            for (var reader : READERS) {
                assertThat(reader.apply(body)).as("seed %d", seed).isNotNull();
            }
        }
    }

    private static byte[] broken(byte[] body, Random random) {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(3)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body[at] = (byte) "<>&/='\" :!?-".charAt(random.nextInt(12));
                default -> body = at == 0 ? body : Arrays.copyOf(body, at);
            }
        }
        return body;
    }

    /** One request of each kind that is in order, to break. */
    private static final class Samples {
        static final List<byte[]> ALL = List.of(
                root("D:propfind", "<D:allprop/><D:include><D:getetag/></D:include>"),
                root(
                        "D:propertyupdate",
                        "<D:set xml:lang='de'><D:prop><D:displayname>a</D:displayname></D:prop></D:set>"),
                root(
                        "C:calendar-query",
                        "<D:prop><C:calendar-data><C:comp name='VCALENDAR'><C:prop name='A' novalue='yes'/></C:comp>",
                        "<C:expand start='20260701T000000Z' end='20260801T000000Z'/></C:calendar-data></D:prop>",
                        "<C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'>",
                        "<C:time-range start='20260701T000000Z'/><C:prop-filter name='A'>",
                        "<C:text-match collation='i;octet' negate-condition='yes'>b</C:text-match>",
                        "</C:prop-filter></C:comp-filter></C:comp-filter></C:filter>",
                        "<C:timezone-id>Europe/Berlin</C:timezone-id>"),
                root(
                        "D:sync-collection",
                        "<D:sync-token>t</D:sync-token><D:limit><D:nresults>1</D:nresults></D:limit>"),
                root("C:calendar-multiget", "<D:href>/a</D:href><D:href><![CDATA[/b]]></D:href>"),
                root("D:expand-property", "<D:property name='a'><D:property name='b'/></D:property>"),
                root("D:principal-match", "<D:self/>"));
    }

    @Test
    void the_samples_are_in_order() {
        assertThat(Samples.ALL)
                .allMatch(body -> READERS.stream().anyMatch(reader -> reader.apply(body) instanceof Asked.Read));
    }
}
