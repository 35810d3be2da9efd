package org.roomnight.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Content-Type of a request whose body must be UTF-8 (RFC 9110 §8.3). */
public final class ContentTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile("\\G;\\s*(?:(" + TOKEN + ")=(" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\"))?\\s*");

    private ContentTypes() {}

    /**
     * The media type in lower case; the empty text where there is no header. Empty when there are several headers, it is
     * malformed, or it names a charset other than UTF-8, or two: nobody can tell then what the octets mean.
     */
    public static Optional<String> utf8(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            return Optional.of("");
        }
        String header = headers.nextElement();
        Matcher type = TYPE.matcher(header);
        if (headers.hasMoreElements() || !type.lookingAt()) {
            return Optional.empty();
        }
        return parametersAreFine(header.substring(type.end()))
                ? Optional.of(type.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean parametersAreFine(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        int end = 0;
        int charsets = 0;
        while (end < parameters.length() && parameter.find()) {
            end = parameter.end();
            if ("charset".equalsIgnoreCase(parameter.group(1))) {
                charsets++;
                if (!isUtf8(parameter.group(2).replace("\"", ""))) {
                    return false;
                }
            }
        }
        return end == parameters.length() && charsets <= 1;
    }

    private static boolean isUtf8(String name) {
        try {
            return Charset.forName(name).equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return false; // a name that nobody knows
        }
    }
}
