package org.roomnight.caldav.exchange;

import java.util.Map;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.Asked;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.Text;

/** A request that is not done; {@code CalDavFilter} makes an answer of it. */
@SuppressWarnings("serial") // never serialized
public final class Refused extends RuntimeException {

    private final DavRefusal refusal;
    private final Map<String, String> headers;

    public Refused(DavRefusal refusal) {
        this(refusal, Map.of());
    }

    public Refused(DavRefusal refusal, Map<String, String> headers) {
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
        this.headers = headers;
    }

    public DavRefusal refusal() {
        return refusal;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** What was asked, or its refusal thrown. */
    public static <T> T unlessRead(Asked<T> asked) {
        return switch (asked) {
            case Asked.Read<T>(T request) -> request;
            case Asked.Rejected<T>(DavRefusal refusal) -> throw new Refused(refusal);
        };
    }

    public static Refused status(int status, String sentence) {
        return new Refused(new DavRefusal(status, null, sentence));
    }

    public static Refused badRequest(String sentence) {
        return status(400, sentence);
    }

    public static Refused forbidden(QName precondition, String sentence) {
        return new Refused(DavRefusal.forbidden(precondition, sentence));
    }

    /** The same for what is not there and for what is another's. */
    public static Refused notFound() {
        return status(404, "There is nothing at this address.");
    }

    public static Refused methodNotAllowed(String allow) {
        return new Refused(
                new DavRefusal(
                        405, null, "This address does not take that method; the Allow header names those it does."),
                Map.of("Allow", allow));
    }

    public static Refused preconditionFailed() {
        return status(412, "The entry has changed or is there already: fetch it again, then repeat the change.");
    }

    /** For what repeats too often in a time range to be listed. */
    public static Refused tooManyInstances(String sentence) {
        return new Refused(new DavRefusal(
                507,
                Names.dav("number-of-matches-within-limits"),
                "Too much repeats in that time range. Ask for a shorter one. " + sentence));
    }

    /** Names the privilege that is missing, and the resource on which it is (RFC 3744 §7.1.1). */
    public static Refused readOnly(DavPath where, QName privilege, String sentence) {
        Element resource = Element.of(
                Names.dav("resource"), href(where), Element.of(Names.dav("privilege"), Element.of(privilege)));
        return new Refused(DavRefusal.forbidden(Names.dav("need-privileges"), sentence, resource));
    }

    public static Element href(DavPath path) {
        return Element.of(Addresses.HREF, new Text(path.href()));
    }
}
