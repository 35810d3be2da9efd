package org.roomnight.davxml;

import javax.xml.namespace.QName;

/** Ends the reading of a body. Thrown and caught in this package only; outside it is an {@link Asked.Rejected}. */
final class BadBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DavRefusal answer;

    BadBodyException(DavRefusal answer) {
        super(answer.sentence(), null, false, false); // no stack trace: it is an answer, not a fault
        this.answer = answer;
    }

    static BadBodyException badRequest(String sentence) {
        return new BadBodyException(DavRefusal.badRequest(sentence));
    }

    static BadBodyException forbidden(QName precondition, String sentence) {
        return new BadBodyException(DavRefusal.forbidden(precondition, sentence));
    }

    DavRefusal answer() {
        return answer;
    }
}
