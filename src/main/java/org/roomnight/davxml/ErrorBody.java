package org.roomnight.davxml;

import java.io.OutputStream;
import javax.xml.namespace.QName;

/** Writes the body of a refusal: DAV:error with the precondition (RFC 4918 §16) and a sentence for people. */
public final class ErrorBody {

    private static final QName ROOT = Names.dav("error");
    private static final QName SENTENCE = Names.roomnight("sentence");

    private ErrorBody() {}

    public static void write(OutputStream out, DavRefusal refusal) {
        XmlWriter xml = new XmlWriter(out, ROOT);
        if (refusal.precondition() != null) {
            xml.empty(refusal.precondition());
        }
        xml.text(SENTENCE, refusal.sentence());
        xml.finish();
    }
}
