package org.roomnight.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.roomnight.keys.Sha256;

/** The style sheet inside a page; its hash lets it, and no other, through the content security policy (CSP 3 §8.4). */
final class InlineStyle {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    private InlineStyle() {}

    static String hashOf(String html) {
        String style = html.substring(html.indexOf(BEGIN) + BEGIN.length(), html.indexOf(END));
        return Base64.getEncoder().encodeToString(Sha256.of(style.getBytes(UTF_8)));
    }
}
