package org.roomnight.caldav;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/**
 * Sync tokens (RFC 6578 §3.2): a revision, and a digest of it with the collection that it is of. The digest keeps a
 * token from being used elsewhere by mistake; it is no secret, for a made-up token tells nothing that a listing hides.
 */
final class SyncTokens {

    private static final String PREFIX = "urn:roomnight:sync:";
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "(0|[1-9][0-9]{0,17})-[0-9a-f]{16}");
    private static final int DIGEST_OCTETS = 8;

    private final CalendarObjects objects;

    SyncTokens(CalendarObjects objects) {
        this.objects = objects;
    }

    static String of(Property visitor, CalendarCollection calendar, Revision revision) {
        String about = visitor.id().value() + "/" + calendar.key().key() + "/" + revision.value();
        return PREFIX + revision.value() + "-" + digest(about);
    }

    private static String digest(String about) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * The revision that a token of this collection tells. Refuses one that is malformed or of another collection, that
     * is newer than what is stored (a restored backup), or so old that changes since were forgotten.
     */
    Revision parse(Property visitor, CalendarCollection calendar, String token) {
        Matcher read = TOKEN.matcher(token.strip());
        if (!read.matches()) {
            throw invalid();
        }
        Revision revision = new Revision(Long.parseLong(read.group(1)));
        if (!of(visitor, calendar, revision).equals(token.strip())
                || revision.compareTo(objects.revision(visitor.id())) > 0
                || revision.compareTo(objects.forgotten(visitor.id(), calendar.key())) < 0) {
            throw invalid();
        }
        return revision;
    }

    /** RFC 6578 §3.2. */
    private static Refused invalid() {
        return Refused.forbidden(
                Names.dav("valid-sync-token"),
                "This token is not of this calendar, or is too old. Ask again without a token, for everything.");
    }
}
