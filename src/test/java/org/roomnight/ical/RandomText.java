package org.roomnight.ical;

import java.util.Random;

/** Seeded strings of awkward characters, and what a writer keeps of them. */
final class RandomText {
    private static final String AWKWARD =
            "\\;,:\"^'nN\r\n\t \u0000\u0001\u001f\u007f\u0085\u2028\u0301é漢\uFEFF\uFFFE\uD800";

    private RandomText() {}

    static String of(Random random, int longest) {
        var text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0, 1 -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                case 2 -> text.appendCodePoint(0x1F300 + random.nextInt(0x200));
                case 3 -> text.append((char) random.nextInt(0x10000));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    /** Line ends become LF, controls go, and what XML cannot carry becomes U+FFFD. */
    static String kept(String text) {
        var kept = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            if (surrogate || c == 0xFFFE || c == 0xFFFF) {
                kept.append('\uFFFD');
            } else if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\t') {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }
}
