package org.roomnight.caldav.method;

import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.http.EntityTags;

/** If-Match and If-None-Match against what is stored (RFC 9110 §13.1). Tags are compared strongly. */
final class EntityTagCondition {

    private EntityTagCondition() {}

    /** Whether the conditions of a change hold; {@code etag} is null where nothing is stored. */
    static boolean holds(DavCall call, @Nullable String etag) {
        String match = call.headers().ifMatch();
        String noneMatch = call.headers().ifNoneMatch();
        return (match == null || (etag != null && names(match, etag)))
                && (noneMatch == null || etag == null || !names(noneMatch, etag));
    }

    /** The same for what is there and has no entity tag, such as a calendar. */
    static boolean holdsWithoutTag(DavCall call) {
        String match = call.headers().ifMatch();
        String noneMatch = call.headers().ifNoneMatch();
        return (match == null || EntityTags.parse(match).any())
                && (noneMatch == null || !EntityTags.parse(noneMatch).any());
    }

    private static boolean names(String list, String etag) {
        return EntityTags.parse(list).hasStrong(etag);
    }

    /** Whether If-None-Match of a GET has this tag, where a weak one will do. */
    static boolean weaklyNames(String list, String etag) {
        return EntityTags.parse(list).has(etag);
    }

    /** Refuses with 412 unless If-Match, where it was sent, names the tag; it goes first (RFC 9110 §13.2.2). */
    static void checkMatch(DavCall.Headers headers, String etag) {
        String match = headers.ifMatch();
        if (match != null && !names(match, etag)) {
            throw Refused.preconditionFailed();
        }
    }
}
