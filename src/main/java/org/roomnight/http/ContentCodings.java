package org.roomnight.http;

import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** What codings a client takes (RFC 9110 §12.5.3). */
public final class ContentCodings {

    private static final String GZIP = "gzip";

    private ContentCodings() {}

    /** Whether the value of Accept-Encoding names gzip, with a quality above 0; null where there is no such header. */
    public static boolean acceptGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.isEmpty()) {
            return false;
        }
        QuotedQualityCSV codings = new QuotedQualityCSV();
        codings.addValue(acceptEncoding);
        return codings.getValues().stream().anyMatch(GZIP::equalsIgnoreCase);
    }
}
