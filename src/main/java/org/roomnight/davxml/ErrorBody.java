package org.roomnight.davxml;

import java.io.OutputStream;
import javax.xml.namespace.QName;

/**
 * Writes the body of a refusal: DAV:error with the precondition (RFC 4918 §16), and inside that a sentence for people.
 * There is never a second element in DAV:error: programs count them, or take the last for the precondition.
 */
public final class ErrorBody {

    private static final QName ROOT = Names.dav("error");
    private static final QName SENTENCE = Names.roomnight("sentence");

    private ErrorBody() {}

    public static void write(OutputStream out, DavRefusal refusal) {
        XmlWriter xml = new XmlWriter(out, ROOT);
        QName only = refusal.precondition() == null ? SENTENCE : refusal.precondition();
        xml.open(only);
        refusal.details().forEach(xml::element);
        xml.text(refusal.sentence()).close(only).finish();
    }
}
