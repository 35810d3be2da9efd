package org.roomnight.caldav;

import org.jspecify.annotations.Nullable;

/** If-Match and If-None-Match against what is stored (RFC 9110 §13.1). Tags are compared strongly. */
final class EntityTagCondition {

    private EntityTagCondition() {}

    /** Refuses with 412 when a condition of the call fails; {@code etag} is null where nothing is stored. */
    static void check(DavCall call, @Nullable String etag) {
        String match = call.headers().ifMatch();
        if (match != null && (etag == null || !names(match, etag))) {
            throw Refused.preconditionFailed();
        }
        String noneMatch = call.headers().ifNoneMatch();
        if (noneMatch != null && etag != null && names(noneMatch, etag)) {
            throw Refused.preconditionFailed();
        }
        IfHeader.check(call.headers().ifHeader(), etag);
    }

    /** Whether a list of entity tags has this one, or is {@code *}. */
    static boolean names(String list, String etag) {
        if (list.strip().equals("*")) {
            return true;
        }
        String quoted = '"' + etag + '"';
        for (String one : list.split(",", -1)) {
            if (one.strip().equals(quoted)) {
                return true;
            }
        }
        return false;
    }

    /** The same for a GET, where a weak tag will do. */
    static boolean weaklyNames(String list, String etag) {
        return names(list.replace("W/", ""), etag);
    }
}
