package org.roomnight.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by RFC 8259 and nothing beyond it: UTF-8, one value, no name twice. */
final class JsonText {

    /** Deepest nesting of arrays and objects. */
    static final int MAX_DEPTH = 32;

    /** Longest number, in characters: no amount or version needs more, and long ones cost time to convert. */
    static final int MAX_NUMBER = 100;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    static JsonNode parse(byte[] octets) {
        String text = decoded(octets);
        refuseLoneSurrogates(text);
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                throw Refusals.badJson("The body is empty. Send a JSON object.");
            }
            return value;
        } catch (StreamConstraintsException _) {
            throw Refusals.badJson(
                    "The body is nested deeper than %d levels, or has a number of more than %d digits or a name that is too long."
                            .formatted(MAX_DEPTH, MAX_NUMBER));
        } catch (ArithmeticException | NumberFormatException _) {
            throw Refusals.badJson("The body has a number that is too large or too small to be read.");
        } catch (JacksonException failure) {
            throw Refusals.badJson(sentence(failure));
        }
    }

    /** A byte order mark is dropped (RFC 8259 §8.1 lets a reader ignore it). */
    private static String decoded(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Refusals.badJson("The body is not UTF-8. Encode it as UTF-8.");
        }
    }

    /** Escapes such as {@code \ud800} alone would make a text that no database can store. */
    private static void refuseLoneSurrogates(String text) {
        for (int at = text.indexOf('\\'); at >= 0 && at + 1 < text.length(); at = text.indexOf('\\', at)) {
            int unit = escaped(text, at);
            if (unit < 0 || !Character.isSurrogate((char) unit)) {
                at += 2;
            } else if (Character.isHighSurrogate((char) unit)
                    && Character.isLowSurrogate((char) escaped(text, at + 6))) {
                at += 12;
            } else {
                throw Refusals.badJson("The body escapes half of a surrogate pair. Send whole characters.");
            }
        }
    }

    /** The code unit that a {@code \\uXXXX} at this place stands for, or -1 when there is none. */
    private static int escaped(String text, int at) {
        if (!text.startsWith("\\u", at) || at + 6 > text.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static String sentence(JacksonException failure) {
        var location = failure.getLocation();
        String what = failure.getOriginalMessage().startsWith("Duplicate Object property")
                ? "An object of the body has a name twice"
                : "The body is not one JSON value";
        return location == null
                ? what + "."
                : what + ": see line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    }
}
