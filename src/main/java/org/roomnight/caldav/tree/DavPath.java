package org.roomnight.caldav.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Uuids;

/** What an address of this door means by its shape; whether anything is there is not known yet. */
public sealed interface DavPath {

    String PREFIX = "/dav/";

    /** Longest name of a calendar or an object, in octets of UTF-8. */
    int MAX_NAME_OCTETS = 255;

    /** {@code /}, where some clients begin to look. */
    record Site() implements DavPath {
        @Override
        public String href() {
            return "/";
        }
    }

    /** {@code /dav/}. */
    record Root() implements DavPath {
        @Override
        public String href() {
            return PREFIX;
        }
    }

    record Principals() implements DavPath {
        @Override
        public String href() {
            return PREFIX + "principals/";
        }
    }

    record Principal(UUID property) implements DavPath {
        @Override
        public String href() {
            return PREFIX + "principals/" + property + "/";
        }
    }

    record Homes() implements DavPath {
        @Override
        public String href() {
            return PREFIX + "calendars/";
        }
    }

    record Home(UUID property) implements DavPath {
        @Override
        public String href() {
            return PREFIX + "calendars/" + property + "/";
        }
    }

    record Calendar(UUID property, String name) implements DavPath {
        @Override
        public String href() {
            return new Home(property).href() + Segments.encode(name) + "/";
        }

        public Member member(String member) {
            return new Member(property, name, member);
        }
    }

    record Member(UUID property, String calendar, String name) implements DavPath {
        @Override
        public String href() {
            return new Calendar(property, calendar).href() + Segments.encode(name);
        }
    }

    /** An address of nothing. */
    record Nowhere() implements DavPath {
        @Override
        public String href() {
            return PREFIX;
        }
    }

    /** The path as this door writes it, percent-encoded; collections end in a slash. */
    String href();

    /** The collection that it is in; the outermost one is in itself. */
    default DavPath parent() {
        return switch (this) {
            case Site _, Root _ -> new Site();
            case Principals _, Homes _, Nowhere _ -> new Root();
            case Principal _ -> new Principals();
            case Home _ -> new Homes();
            case Calendar(UUID property, String _) -> new Home(property);
            case Member(UUID property, String calendar, String _) -> new Calendar(property, calendar);
        };
    }

    /** The property in the path, if it has one. */
    default Optional<UUID> owner() {
        return switch (this) {
            case Principal(UUID property) -> Optional.of(property);
            case Home(UUID property) -> Optional.of(property);
            case Calendar(UUID property, String _) -> Optional.of(property);
            case Member(UUID property, String _, String _) -> Optional.of(property);
            case Site _, Root _, Principals _, Homes _, Nowhere _ -> Optional.empty();
        };
    }

    /** Reads a raw path, as in a request line or an href. */
    static DavPath parse(String raw) {
        if (raw.isEmpty() || raw.equals("/")) {
            return new Site();
        }
        if (raw.equals("/dav")) {
            return new Root();
        }
        Optional<List<String>> segments =
                raw.startsWith(PREFIX) ? Segments.split(raw.substring(PREFIX.length())) : Optional.empty();
        return segments.map(DavPath::of).orElseGet(Nowhere::new);
    }

    private static DavPath of(List<String> segments) {
        if (segments.isEmpty()) {
            return new Root();
        }
        String tree = segments.getFirst();
        if (tree.equals("principals") && segments.size() <= 2) {
            return segments.size() == 1
                    ? new Principals()
                    : Uuids.parse(segments.get(1)).<DavPath>map(Principal::new).orElseGet(Nowhere::new);
        }
        if (!tree.equals("calendars") || segments.size() > 4) {
            return new Nowhere();
        }
        if (segments.size() == 1) {
            return new Homes();
        }
        @Nullable UUID property = Uuids.parse(segments.get(1)).orElse(null);
        if (property == null) {
            return new Nowhere();
        }
        return switch (segments.size()) {
            case 2 -> new Home(property);
            case 3 -> new Calendar(property, segments.get(2));
            default -> new Member(property, segments.get(2), segments.get(3));
        };
    }

    /** Percent-encoding of single segments (RFC 3986 §2.1): what is encoded never becomes a separator. */
    final class Segments {

        /** Characters that stand for themselves in a segment (RFC 3986 §3.3), but for the semicolon, which some proxies cut at. */
        private static final BitSet PLAIN = new BitSet();

        static {
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,=:@"
                    .chars()
                    .forEach(PLAIN::set);
        }

        private Segments() {}

        /** The decoded segments; one slash at the end is allowed. Empty for what is no path of ours. */
        public static Optional<List<String>> split(String raw) {
            List<String> segments = new ArrayList<>();
            String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
            if (path.isEmpty()) {
                return raw.isEmpty() || raw.equals("/") ? Optional.of(segments) : Optional.empty();
            }
            for (String part : path.split("/", -1)) {
                Optional<String> segment = decode(part);
                if (segment.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(segment.get());
            }
            return Optional.of(segments);
        }

        /** A name that can stand in a path: not empty, no dots alone, no slash, no controls, valid UTF-8. */
        static Optional<String> decode(String part) {
            byte[] raw = part.getBytes(StandardCharsets.UTF_8);
            ByteBuffer octets = ByteBuffer.allocate(raw.length);
            for (int i = 0; i < raw.length; i++) {
                if (raw[i] != '%') {
                    octets.put(raw[i]);
                } else if (i + 2 < raw.length && HexFormat.isHexDigit(raw[i + 1]) && HexFormat.isHexDigit(raw[i + 2])) {
                    octets.put((byte) (HexFormat.fromHexDigit(raw[i + 1]) << 4 | HexFormat.fromHexDigit(raw[i + 2])));
                    i += 2;
                } else {
                    return Optional.empty();
                }
            }
            octets.flip();
            if (octets.limit() == 0 || octets.limit() > MAX_NAME_OCTETS) {
                return Optional.empty();
            }
            try {
                String name = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
                boolean usable = !climbs(part.contains(";") ? part.substring(0, part.indexOf(';')) : part)
                        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < 0x20 || c == 0x7F);
                return usable ? Optional.of(name) : Optional.empty();
            } catch (CharacterCodingException _) {
                return Optional.empty();
            }
        }

        /** A dot segment (RFC 3986 §3.3), also with parameters behind it, which the web server never lets in. */
        private static boolean climbs(String part) {
            String plain = part.replaceAll("(?i)%2e", ".");
            return plain.equals(".") || plain.equals("..");
        }

        /** Nearly all names are plain, and a listing has thousands of them. */
        static String encode(String name) {
            return name.chars().allMatch(PLAIN::get) ? name : encoded(name);
        }

        private static String encoded(String name) {
            StringBuilder encoded = new StringBuilder(name.length());
            ByteBuffer octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(name));
            while (octets.hasRemaining()) {
                byte octet = octets.get();
                if (octet > 0 && PLAIN.get(octet)) {
                    encoded.append((char) octet);
                } else {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
            return encoded.toString();
        }
    }
}
