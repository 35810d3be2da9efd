package org.roomnight.ical;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives TZID names a zone of the platform's own data; a VTIMEZONE that comes with them is never evaluated (RFC 7809).
 */
public final class TimeZones {
    /** Longest TZID looked at, in chars; no name is near it. */
    private static final int LONGEST = 128;

    private static final Map<String, String> IANA = iana();

    private TimeZones() {}

    /**
     * The zone of an IANA name, a Windows name, or a path that ends in an IANA name.
     *
     * <p>Case, quotes and blanks around the name make no difference.
     */
    public static Optional<ZoneId> resolve(String tzid) {
        if (tzid.length() > LONGEST) {
            return Optional.empty();
        }
        var name = trimmed(tzid).toLowerCase(Locale.ROOT);
        var id = IANA.get(name);
        if (id == null) {
            id = WindowsZones.iana(name);
        }
        if (id == null) {
            id = pathEnd(name);
        }
        return Optional.ofNullable(id).map(ZoneId::of);
    }

    /** {@code /mozilla.org/20050126_1/Europe/Berlin} and {@code /citadel.org/.../Europe/Berlin} end in the name. */
    private static @Nullable String pathEnd(String name) {
        if (!name.startsWith("/")) {
            return null;
        }
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            var id = IANA.get(name.substring(slash + 1));
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static String trimmed(String tzid) {
        var name = tzid.strip();
        while (name.length() >= 2
                && ((name.startsWith("\"") && name.endsWith("\"")) || (name.startsWith("'") && name.endsWith("'")))) {
            name = name.substring(1, name.length() - 1).strip();
        }
        return name;
    }

    /** Region names only: ZoneId.of would also take offsets and their many spellings. */
    private static Map<String, String> iana() {
        var names = new HashMap<String, String>();
        for (var id : ZoneId.getAvailableZoneIds()) {
            names.put(id.toLowerCase(Locale.ROOT), id);
        }
        names.put("z", "Etc/UTC");
        return Map.copyOf(names);
    }
}
