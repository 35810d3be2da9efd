package org.roomnight.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet inside a page; its hash lets it, and no other, through the content security policy (CSP 3 §8.4). */
final class InlineStyle {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    private InlineStyle() {}

    static String hashOf(String html) {
        String style = html.substring(html.indexOf(BEGIN) + BEGIN.length(), html.indexOf(END));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
