package org.roomnight.caldav.property;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;
import org.roomnight.keys.Sha256;

/**
 * Sync tokens (RFC 6578 §3.2): what a client knows, and a digest of it with the collection that it is of and the
 * mark of the history. The digest keeps a token from being used elsewhere by mistake, and after a restore that lost what
 * it tells of; it is no secret, for a made-up token tells nothing that a listing hides.
 */
public final class SyncTokens {

    private static final String PREFIX = "urn:roomnight:sync:";
    private static final Pattern TOKEN =
            Pattern.compile(PREFIX + "(0|[1-9][0-9]{0,17})(?:\\.([1-9][0-9]{0,17}))?-[0-9a-f]{16}");
    private static final int DIGEST_OCTETS = 8;

    /**
     * What a client knows of a collection.
     *
     * @param changes the revision up to which it was told every change
     * @param removals the revision up to which it needs to be told of no removal: the same, or a later one while it is
     *     on its first way through the pages of a listing, for it began then with nothing that could be gone
     */
    public record Known(Revision changes, Revision removals) {

        public static Known all(Revision revision) {
            return new Known(revision, revision);
        }

        public static Known nothing(Revision now) {
            return new Known(Revision.NONE, now);
        }

        /** After another page. */
        public Known upTo(Revision revision) {
            return new Known(revision, removals.compareTo(revision) > 0 ? removals : revision);
        }

        private String text() {
            return removals.equals(changes) ? Long.toString(changes.value()) : changes.value() + "." + removals.value();
        }
    }

    private final CalendarObjects objects;

    public SyncTokens(CalendarObjects objects) {
        this.objects = objects;
    }

    public String of(Property visitor, CalendarCollection calendar, Revision revision) {
        return of(visitor, calendar, Known.all(revision));
    }

    public String of(Property visitor, CalendarCollection calendar, Known known) {
        String mark = objects.mark(visitor.id(), known.removals()).text();
        String about = visitor.id().value() + "/" + calendar.key().key() + "/" + known.text() + "/" + mark;
        return PREFIX + known.text() + "-" + digest(about);
    }

    private static String digest(String about) {
        return Sha256.hex(about.getBytes(StandardCharsets.UTF_8), DIGEST_OCTETS);
    }

    /**
     * What a token of this collection tells. Refuses one that is malformed or of another collection, that is newer than
     * what is stored or of a history that a restore has ended, or so old that removals since were forgotten.
     */
    public Known parse(Property visitor, CalendarCollection calendar, String token) {
        Matcher read = TOKEN.matcher(token.strip());
        if (!read.matches()) {
            throw invalid();
        }
        Revision changes = revision(read.group(1));
        Known known = read.group(2) == null ? Known.all(changes) : new Known(changes, revision(read.group(2)));
        if (known.removals().compareTo(objects.revision(visitor.id())) > 0
                || known.removals().compareTo(objects.forgotten(visitor.id(), calendar.key())) < 0
                || !of(visitor, calendar, known).equals(token.strip())) {
            throw invalid();
        }
        return known;
    }

    private static Revision revision(String digits) {
        return new Revision(Long.parseLong(digits));
    }

    /** RFC 6578 §3.2. */
    private static Refused invalid() {
        return Refused.forbidden(
                Names.dav("valid-sync-token"),
                "This token is not of this calendar, too old, or of before a backup was restored. Ask again without a"
                        + " token, for everything.");
    }
}
