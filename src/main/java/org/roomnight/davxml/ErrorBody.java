package org.roomnight.davxml;

import java.io.OutputStream;
import java.util.List;
import javax.xml.namespace.QName;

/** Writes the body of a refusal: DAV:error with the precondition (RFC 4918 §16) and a sentence for people. */
public final class ErrorBody {

    private static final QName ROOT = Names.dav("error");
    private static final QName SENTENCE = Names.roomnight("sentence");

    private ErrorBody() {}

    public static void write(OutputStream out, DavRefusal refusal) {
        XmlWriter xml = new XmlWriter(out, ROOT);
        if (refusal.precondition() != null) {
            condition(xml, refusal.precondition(), refusal.details());
        }
        xml.text(SENTENCE, refusal.sentence());
        xml.finish();
    }

    private static void condition(XmlWriter xml, QName precondition, List<Element> details) {
        if (details.isEmpty()) {
            xml.empty(precondition);
        } else {
            xml.open(precondition);
            details.forEach(xml::element);
            xml.close(precondition);
        }
    }
}
