package org.roomnight.davxml;

import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not done (RFC 4918 §16).
 *
 * @param status the HTTP status
 * @param precondition the element inside DAV:error, or null where no RFC names one
 * @param sentence what a person can do about it; repeats nothing of the input
 * @param details what some RFCs want inside the precondition, such as which resource it is about
 */
public record DavRefusal(int status, @Nullable QName precondition, String sentence, List<Element> details) {

    public DavRefusal {
        details = List.copyOf(details);
    }

    public DavRefusal(int status, @Nullable QName precondition, String sentence) {
        this(status, precondition, sentence, List.of());
    }

    /** A body that cannot be read. */
    public static DavRefusal badRequest(String sentence) {
        return new DavRefusal(400, null, sentence);
    }

    public static DavRefusal forbidden(QName precondition, String sentence) {
        return new DavRefusal(403, precondition, sentence);
    }

    public static DavRefusal forbidden(QName precondition, String sentence, Element detail) {
        return new DavRefusal(403, precondition, sentence, List.of(detail));
    }

    /** A body that can be read, and is not what the method takes (RFC 4918 §11.2). */
    static DavRefusal unknownRoot() {
        return new DavRefusal(
                422, null, "The outermost element is not one that this method takes. Check its name and namespace.");
    }
}
