package org.roomnight.davxml;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads DAV:limit with DAV:nresults (RFC 5323 §5.17); clients write both in the CalDAV namespace too. */
final class LimitReader {

    private static final Set<QName> LIMIT = Set.of(Names.dav("limit"), Names.caldav("limit"));
    private static final Set<QName> RESULTS = Set.of(Names.dav("nresults"), Names.caldav("nresults"));
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** Numbers of so many digits are all ints. */
    private static final int SURE_DIGITS = 9;

    private LimitReader() {}

    /** The most results that are wanted, at least 1, or null for no limit; a number beyond all ints is the largest. */
    static @Nullable Integer read(Element report) {
        List<Element> limits = any(report, LIMIT);
        if (limits.isEmpty()) {
            return null;
        }
        List<Element> results = any(limits.getFirst(), RESULTS);
        if (limits.size() > 1 || results.size() != 1) {
            throw bad();
        }
        return number(results.getFirst().text().strip());
    }

    private static List<Element> any(Element parent, Set<QName> names) {
        return parent.children().stream()
                .filter(child -> names.contains(child.name()))
                .toList();
    }

    private static int number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw bad();
        }
        String digits = text.replaceFirst("^0+", "");
        if (digits.isEmpty()) {
            throw bad();
        }
        return digits.length() > SURE_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static BadBodyException bad() {
        return BadBodyException.badRequest("Put one nresults with a whole number from 1 on inside one limit.");
    }
}
