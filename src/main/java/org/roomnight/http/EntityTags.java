package org.roomnight.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entity tags of an If-Match or If-None-Match header (RFC 9110 §8.8.3, §13.1). What is no tag is passed over up to
 * the next comma, and the list says that it is not well-formed.
 *
 * @param any whether the header is {@code *}
 * @param wellFormed whether all of it could be read
 */
public record EntityTags(boolean any, List<Tag> tags, boolean wellFormed) {

    /** One tag, without its quotes. */
    public record Tag(String opaque, Strength strength) {}

    /** Whether a tag stands for the same octets or for the same meaning. */
    public enum Strength {
        STRONG,
        WEAK
    }

    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** The tag with its quotes, as a header shows it. */
    public static String quoted(String opaque) {
        return '"' + opaque + '"';
    }

    /** Reads the values of all lines of the header, joined by commas. */
    public static EntityTags parse(String header) {
        String list = header.strip();
        return list.equals("*") ? new EntityTags(true, List.of(), true) : new TagReader(list).read();
    }

    /** Whether the list has this tag, or is {@code *}, when only strong ones count (RFC 9110 §8.8.3.2). */
    public boolean hasStrong(String opaque) {
        return any || tags.stream().anyMatch(tag -> tag.strength == Strength.STRONG && tag.opaque.equals(opaque));
    }

    /** The same when weak ones will do. */
    public boolean has(String opaque) {
        return any || tags.stream().anyMatch(tag -> tag.opaque.equals(opaque));
    }

    /** Goes through a list from its beginning to its end. */
    private static final class TagReader {

        /** A longer number is no version. */
        private static final int MAX_DIGITS = 18;

        private final String list;
        private final List<Tag> tags = new ArrayList<>();
        private boolean wellFormed;
        private int at;

        TagReader(String list) {
            this.list = list;
            this.wellFormed = !list.isEmpty();
        }

        EntityTags read() {
            while (at < list.length()) {
                Optional<Tag> tag = tag();
                boolean ends = ends();
                if (tag.isPresent() && ends) {
                    tags.add(tag.get());
                } else {
                    wellFormed = false;
                }
                skipToNext();
            }
            return new EntityTags(false, tags, wellFormed);
        }

        private Optional<Tag> tag() {
            skipBlanks();
            boolean weak = list.startsWith("W/", at);
            int from = weak ? at + 2 : at;
            if (from < list.length() && list.charAt(from) == '"') {
                int end = from + 1;
                while (end < list.length() && isOfTag(list.charAt(end))) {
                    end++;
                }
                if (end < list.length() && list.charAt(end) == '"') {
                    at = end + 1;
                    return Optional.of(new Tag(list.substring(from + 1, end), weak ? Strength.WEAK : Strength.STRONG));
                }
            }
            return bareVersion(from, weak ? Strength.WEAK : Strength.STRONG);
        }

        /** A number without quotes, as the JSON of the API shows the version whose tag it is. */
        private Optional<Tag> bareVersion(int from, Strength strength) {
            int end = from;
            while (end < list.length() && list.charAt(end) >= '0' && list.charAt(end) <= '9') {
                end++;
            }
            if (end == from || end - from > MAX_DIGITS) {
                return Optional.empty();
            }
            at = end;
            return Optional.of(new Tag(list.substring(from, end), strength));
        }

        /** Whether nothing but blanks stands before the next comma or the end. */
        private boolean ends() {
            skipBlanks();
            return at == list.length() || list.charAt(at) == ',';
        }

        private void skipToNext() {
            int comma = list.indexOf(',', at);
            at = comma < 0 ? list.length() : comma + 1;
        }

        private void skipBlanks() {
            while (at < list.length() && (list.charAt(at) == ' ' || list.charAt(at) == '\t')) {
                at++;
            }
        }

        /** RFC 9110 §8.8.3, etagc. */
        private static boolean isOfTag(char c) {
            return c == 0x21 || (c >= 0x23 && c <= 0x7E) || (c >= 0x80 && c <= 0xFF);
        }
    }
}
