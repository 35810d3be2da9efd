package org.roomnight.davxml;

import javax.xml.namespace.QName;

/** Ends the reading of a body. Thrown and caught in this package only; outside it is an {@link Asked.Refused}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DavRefusal answer;

    Refusal(DavRefusal answer) {
        super(answer.sentence(), null, false, false); // no stack trace: it is an answer, not a fault
        this.answer = answer;
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(DavRefusal.badRequest(sentence));
    }

    static Refusal forbidden(QName precondition, String sentence) {
        return new Refusal(DavRefusal.forbidden(precondition, sentence));
    }

    DavRefusal answer() {
        return answer;
    }
}
