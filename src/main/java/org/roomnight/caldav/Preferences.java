package org.roomnight.caldav;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client would rather have (RFC 7240, RFC 8144).
 *
 * @param minimal leave out what was not found
 * @param representation send back what was stored
 * @param noRoot leave out the resource that was asked
 */
record Preferences(boolean minimal, boolean representation, boolean noRoot) {

    static Preferences of(@Nullable String prefer, @Nullable String brief) {
        boolean minimal = brief != null && brief.strip().equalsIgnoreCase("t");
        boolean representation = false;
        boolean noRoot = false;
        for (String one : (prefer == null ? "" : prefer).split("[,;]", -1)) {
            switch (one.strip().replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT)) {
                case "return=minimal" -> minimal = true;
                case "return=representation" -> representation = true;
                case "depth-noroot" -> noRoot = true;
                default -> {} // a preference that is not known is not obeyed (RFC 7240 §2)
            }
        }
        return new Preferences(minimal && !representation, representation, noRoot);
    }

    /** The header that says which preference was obeyed. */
    static final String APPLIED = "Preference-Applied";

    static final String MINIMAL = "return=minimal";
    static final String NO_ROOT = "depth-noroot";

    /** Says of an answer which of the preferences it obeys, and that another one would get another answer. */
    static DavAnswer applied(DavAnswer answer, List<String> obeyed) {
        DavAnswer varying = answer.with("Vary", "Brief, Prefer");
        return obeyed.isEmpty() ? varying : varying.with(APPLIED, String.join(", ", obeyed));
    }
}
