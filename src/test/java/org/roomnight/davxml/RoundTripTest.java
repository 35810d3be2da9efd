package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever element is read, is read again as the same once it was written. */
@Timeout(60)
class RoundTripTest {

    private static final List<String> NAMESPACES = List.of(
            Names.DAV, Names.CALDAV, Names.APPLE, "", "urn:x", "http://x.example/?a=1&b=\"<'>", "\u00fc \u6f22");
    private static final String AWKWARD = "<>&\"'\r\n\t ]]>\u0085\u2028\u00e9\u6f22\uFEFF\uFFFD";

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 300), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_element_is_the_same_after_writing_and_reading(long seed) {
        Element element = element(new Random(seed), 5);
        Element back = Documents.readBack(xml -> xml.element(element));
        assertThat(back.content()).as("seed %d", seed).containsExactly(element);
        byte[] once = Documents.written(xml -> xml.element(element));
        assertThat(Documents.written(xml -> xml.element((Element) back.content().getFirst())))
                .as("seed %d", seed)
                .isEqualTo(once);
    }

    private static Element element(Random random, int depth) {
        return new Element(name(random), attributes(random), content(random, depth));
    }

    private static QName name(Random random) {
        String local = List.of("a", "b-c", "_d.9", "\u00fcber", "calendar-data").get(random.nextInt(5));
        return new QName(NAMESPACES.get(random.nextInt(NAMESPACES.size())), local);
    }

    private static Map<QName, String> attributes(Random random) {
        Map<QName, String> attributes = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes.put(name(random), text(random));
        }
        if (random.nextInt(4) == 0) {
            attributes.put(new QName(XMLConstants.XML_NS_URI, "lang"), "de-AT");
        }
        return attributes;
    }

    /** No two texts stand side by side, as a reader joins them. */
    private static List<Node> content(Random random, int depth) {
        List<Node> content = new ArrayList<>();
        for (int i = depth == 0 ? 0 : random.nextInt(5); i > 0; i--) {
            if (random.nextBoolean()) {
                content.add(new Text(text(random) + "."));
            }
            content.add(element(random, depth - 1));
        }
        return content;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                case 1 -> text.appendCodePoint(0x1F300 + random.nextInt(0x200));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }
}
