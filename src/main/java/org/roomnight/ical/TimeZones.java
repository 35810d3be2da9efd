package org.roomnight.ical;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives TZID names a zone of the platform's own data; what a VTIMEZONE says of a name that is known is not asked (RFC 7809).
 */
public final class TimeZones {
    /** Longest TZID looked at, in chars; no name is near it. */
    private static final int LONGEST = 128;

    /** An offset for a name: {@code GMT+0100}, {@code +01:00}, {@code UTC+1}, {@code (UTC+01:00) Somewhere}. */
    private static final Pattern OFFSET =
            Pattern.compile("\\(?(?:gmt|utc|ut)? ?([+-])([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?:\\).*)?");

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

    /** The zone that an entry means by a TZID: as {@link #resolve}, or a name that is an offset. */
    public static Optional<ZoneId> meant(String tzid) {
        return resolve(tzid).or(() -> offset(trimmed(tzid)));
    }

    /** Whether a program that has the time zone data knows the name without a VTIMEZONE (RFC 7809 §3.1.4). */
    static boolean isOfTheData(String tzid) {
        return IANA.containsKey(trimmed(tzid).toLowerCase(Locale.ROOT));
    }

    private static Optional<ZoneId> offset(String name) {
        var matcher = OFFSET.matcher(name.length() > LONGEST ? "" : name.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (hours > 14 || minutes > 59) {
            return Optional.empty();
        }
        int seconds = hours * DaySeconds.PER_HOUR + minutes * DaySeconds.PER_MINUTE;
        return Optional.of(ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds));
    }

    /** {@code /mozilla.org/20050126_1/Europe/Berlin} and {@code /citadel.org/.../Europe/Berlin} end in the name. */
    private static @Nullable String pathEnd(String name) {
        if (!name.startsWith("/") && !name.contains("://")) {
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

    static String trimmed(String tzid) {
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
        names.put("est", "America/Panama"); // links of the time zone data that this platform leaves out
        names.put("mst", "America/Phoenix");
        names.put("hst", "Pacific/Honolulu");
        return Map.copyOf(names);
    }
}
