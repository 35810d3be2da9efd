package org.roomnight.caldav;

import java.util.List;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.PropRequest;

/** A multistatus in the making. */
final class ReportAnswer {

    /** Resources of which all is loaded at once. */
    private static final int BATCH = 500;

    private final DavCall call;
    private final ReportTools tools;
    private final Preferences preferences;
    private final BoundedOctets body = new BoundedOctets(BoundedOctets.MAX_OCTETS);
    private final Multistatus multistatus = new Multistatus(body);

    ReportAnswer(DavCall call, ReportTools tools) {
        this.call = call;
        this.tools = tools;
        this.preferences = call.preferences();
    }

    /** A response of each resource with the properties that were asked for. */
    void resources(PropRequest asked, List<? extends DavResource> resources) {
        for (int from = 0; from < resources.size(); from += BATCH) {
            List<DavResource> some = List.copyOf(resources.subList(from, Math.min(resources.size(), from + BATCH)));
            Scene scene = tools.scenes().of(call, asked, some);
            some.forEach(resource -> tools.renderer().write(multistatus, resource, scene, preferences));
        }
    }

    void rendered(String href, PropertyRenderer.Rendered rendered) {
        multistatus.propstat(href, rendered.found(), preferences.minimal() ? List.of() : rendered.missing());
    }

    void notFound(String href) {
        multistatus.status(href, 404, null);
    }

    /** There is more than is answered. */
    void truncated(DavResource asked) {
        multistatus.truncated(asked.href());
    }

    void syncToken(String token) {
        multistatus.syncToken(token);
    }

    DavAnswer finish() {
        multistatus.finish();
        return Preferences.applied(
                DavAnswer.xml(207, body.toByteArray()),
                preferences.minimal() ? List.of(Preferences.MINIMAL) : List.of());
    }
}
