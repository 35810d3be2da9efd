package org.roomnight.caldav.exchange;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client would rather have (RFC 7240, RFC 8144).
 *
 * @param minimal leave out what was not found
 * @param representation send back what was stored
 * @param noRoot leave out the resource that was asked
 */
public record Preferences(boolean minimal, boolean representation, boolean noRoot) {

    /** The header that says which preference was obeyed. */
    static final String APPLIED = "Preference-Applied";

    public static final String MINIMAL = "return=minimal";
    public static final String REPRESENTATION = "return=representation";
    public static final String NO_ROOT = "depth-noroot";

    /** What follows a preference and belongs to it; none of ours has any. */
    private static final Pattern PARAMETERS = Pattern.compile(";.*", Pattern.DOTALL);

    /** Reads Prefer, of which the first word on a matter counts (RFC 7240 §2), and the older Brief. */
    public static Preferences of(@Nullable String prefer, @Nullable String brief) {
        @Nullable String returning = null;
        boolean noRoot = false;
        for (String one : (prefer == null ? "" : prefer).split(",", -1)) {
            String preference = PARAMETERS.matcher(one).replaceFirst("").replaceAll("[ \t\"]", "");
            String name = preference.toLowerCase(Locale.ROOT);
            if (name.startsWith("return=") && returning == null) {
                returning = name;
            }
            noRoot |= name.equals(NO_ROOT);
        }
        boolean isBrief = brief != null && brief.strip().equalsIgnoreCase("t");
        return new Preferences(
                MINIMAL.equals(returning) || (returning == null && isBrief), REPRESENTATION.equals(returning), noRoot);
    }

    /** Says of an answer which of the preferences it obeys, and that another one would get another answer. */
    public static DavAnswer applied(DavAnswer answer, List<String> obeyed) {
        DavAnswer varying = answer.with("Vary", "Brief, Prefer");
        return obeyed.isEmpty() ? varying : varying.with(APPLIED, String.join(", ", obeyed));
    }
}
