package org.roomnight.caldav.method;

import java.util.Set;
import java.util.function.Function;
import org.roomnight.caldav.exchange.Refused;

/**
 * The If header (RFC 4918 §10.4): it holds when one of its lists does. A list is about the resource that was tagged
 * before it, or else about the one that the request is for. There are no locks here, so the state tokens that can hold
 * are sync tokens (RFC 6578 §5).
 */
final class IfHeader {

    /** Conditions looked at; nobody needs more. */
    static final int MAX_CONDITIONS = 100;

    private final String text;
    private final Function<String, Set<String>> states;
    private Set<String> state;
    private int at;
    private int conditions;

    private IfHeader(String text, Set<String> state, Function<String, Set<String>> states) {
        this.text = text;
        this.state = state;
        this.states = states;
    }

    /**
     * Whether the header holds; refuses with 400 what cannot be read.
     *
     * @param state the entity tag in its quotes and the sync token of the resource that the request is for
     * @param states the same of other resources, by what the header calls them
     */
    static boolean holds(String header, Set<String> state, Function<String, Set<String>> states) {
        return new IfHeader(header, state, states).holds();
    }

    private boolean holds() {
        boolean holds = false;
        boolean any = false;
        for (char next = next(); next != 0; next = next()) {
            switch (next) {
                case '<' -> {
                    state = states.apply(inside('>'));
                    count();
                    any = false; // a tag has a list behind it
                }
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
                case '<', '[' -> {
                    holds &= state.contains(inside(next == '<' ? '>' : ']')) != negated;
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
            count();
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

    /** What stands up to the bracket that closes the one here. */
    private String inside(char end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw malformed();
        }
        String inside = text.substring(at + 1, found).strip();
        at = found + 1;
        return inside;
    }

    private void count() {
        if (++conditions > 2 * MAX_CONDITIONS) {
            throw malformed();
        }
    }

    private static Refused malformed() {
        return Refused.badRequest("The If header cannot be read (RFC 4918, section 10.4).");
    }
}
