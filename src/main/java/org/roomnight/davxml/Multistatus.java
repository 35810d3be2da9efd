package org.roomnight.davxml;

import java.util.List;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Writes a DAV:multistatus (RFC 4918 §13), response by response. */
public final class Multistatus {

    /** A property of a response: its name, and what writes its content inside an element of that name. */
    public record Value(QName name, Consumer<XmlWriter> content) {}

    public Multistatus() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** A response with found and missing properties; an empty group is left out, unless both are. */
    public Multistatus propstat(String href, List<Value> found, List<QName> missing) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** A response that is a status alone, with an error element inside when there is a precondition. */
    public Multistatus status(String href, int status, @Nullable QName precondition) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Properties and the status of each group, as PROPPATCH answers. */
    public Multistatus groups(String href, List<Group> groups) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The names that share a status. */
    public record Group(int status, List<QName> names, @Nullable QName precondition, @Nullable String sentence) {}

    /** DAV:sync-token, at the end (RFC 6578 §6.2). */
    public Multistatus syncToken(String token) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The whole document in UTF-8. */
    public byte[] finish() {
        throw new UnsupportedOperationException("not written yet");
    }
}
