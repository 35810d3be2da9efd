package org.roomnight.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key file: comments, a line {@code key VERSION ENCRYPTION LOOKUP} for each version, and last the SHA-256
 * of all before it.
 */
final class KeyFileText {

    private static final String HEAD = """
            # The keys of a Roomnight server. Whoever has this file and the database can read every passkey,
            # and without it nobody can: keep a copy of it apart from the backups of the database.
            """;

    private static final String CHECKSUM = "checksum ";

    /** 32 octets are 43 characters of base 64 and one of padding. */
    private static final String KEY = " ([A-Za-z0-9+/]{43}=)";

    private static final Pattern LINE = Pattern.compile("key ([1-9][0-9]{0,8})" + KEY + KEY);

    private KeyFileText() {}

    static String format(KeyRing ring) {
        StringBuilder text = new StringBuilder(HEAD);
        for (KeyVersion key : ring.newestFirst().reversed()) {
            text.append("key ").append(key.number());
            text.append(' ').append(base64(key.encryption().getEncoded()));
            text.append(' ').append(base64(key.lookup().getEncoded()));
            text.append('\n');
        }
        return text + CHECKSUM + checksum(text.toString()) + "\n";
    }

    /** The keys; empty when anything at all is wrong with the text. */
    static Optional<KeyRing> parse(String text) {
        int last = text.lastIndexOf("\n" + CHECKSUM) + 1;
        String body = text.substring(0, last);
        if (last == 0 || !text.substring(last).equals(CHECKSUM + checksum(body) + "\n")) {
            return Optional.empty();
        }
        List<KeyVersion> versions = new ArrayList<>();
        for (String line : body.split("\n")) {
            Matcher key = LINE.matcher(line);
            if (key.matches()) {
                versions.add(KeyVersion.of(Integer.parseInt(key.group(1)), octets(key.group(2)), octets(key.group(3))));
            } else if (!line.startsWith("#")) {
                return Optional.empty();
            }
        }
        boolean distinct = versions.stream().map(KeyVersion::number).distinct().count() == versions.size();
        return distinct && !versions.isEmpty() ? Optional.of(new KeyRing(versions)) : Optional.empty();
    }

    private static String checksum(String body) {
        return Sha256.hex(body.getBytes(ISO_8859_1));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] octets(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
