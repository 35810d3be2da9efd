package org.roomnight.caldav;

import org.jspecify.annotations.Nullable;

/**
 * The If header (RFC 4918 §10.4), for servers without locks: it holds when one of its lists does; no state token is ever
 * known here, so only entity tags and {@code Not} can make a list hold. Resource tags are read and not told apart.
 */
final class IfHeader {

    /** Conditions looked at; nobody needs more. */
    static final int MAX_CONDITIONS = 100;

    private final String text;
    private final @Nullable String etag;
    private int at;
    private int conditions;

    private IfHeader(String text, @Nullable String etag) {
        this.text = text;
        this.etag = etag;
    }

    /** Refuses with 412 when the header does not hold, with 400 when it cannot be read. */
    static void check(@Nullable String header, @Nullable String etag) {
        if (header != null && !new IfHeader(header, etag).holds()) {
            throw Refused.preconditionFailed();
        }
    }

    private boolean holds() {
        boolean holds = false;
        boolean any = false;
        for (char next = next(); next != 0; next = next()) {
            switch (next) {
                case '<' -> skipTo('>');
                case '(' -> {
                    holds |= list();
                    any = true;
                }
                case ',' -> at++;
                default -> throw malformed();
            }
        }
        if (!any) {
            throw malformed();
        }
        return holds;
    }

    private boolean list() {
        at++;
        boolean holds = true;
        boolean negated = false;
        int inside = 0;
        for (char next = next(); next != ')'; next = next()) {
            switch (next) {
                case '<' -> {
                    skipTo('>');
                    holds &= negated; // a state token that we never gave out
                    negated = false;
                    inside++;
                }
                case '[' -> {
                    int from = at + 1;
                    skipTo(']');
                    String tag = text.substring(from, at - 1).strip();
                    holds &= (etag != null && tag.equals('"' + etag + '"')) != negated;
                    negated = false;
                    inside++;
                }
                case 'N', 'n' -> {
                    if (negated || !text.regionMatches(true, at, "Not", 0, 3)) {
                        throw malformed();
                    }
                    at += 3;
                    negated = true;
                }
                default -> throw malformed();
            }
            if (++conditions > 2 * MAX_CONDITIONS) {
                throw malformed();
            }
        }
        at++;
        if (negated || inside == 0) {
            throw malformed();
        }
        return holds;
    }

    /** The next character that is no blank, or 0 at the end. */
    private char next() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw malformed();
        }
        at = found + 1;
    }

    private static Refused malformed() {
        return Refused.badRequest("The If header cannot be read (RFC 4918, section 10.4).");
    }
}
