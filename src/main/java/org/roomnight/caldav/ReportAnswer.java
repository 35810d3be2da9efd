package org.roomnight.caldav;

import java.util.List;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.PropRequest;

/** A multistatus in the making; {@link ReportTools#multistatus} begins and ends it. */
final class ReportAnswer {

    private final DavCall call;
    private final ReportTools tools;
    private final Preferences preferences;
    private final Multistatus multistatus;

    ReportAnswer(DavCall call, ReportTools tools, Multistatus multistatus) {
        this.call = call;
        this.tools = tools;
        this.preferences = call.preferences();
        this.multistatus = multistatus;
    }

    /** A response of each resource with the properties that were asked for. */
    void resources(PropRequest asked, List<? extends DavResource> resources) {
        EntryBatches batches = new EntryBatches(tools.objects(), tools.scenes(), call.visitor(), asked);
        batches.eachWithContent(resources, some -> {
            Scene scene = tools.scenes().of(call, asked, some);
            some.forEach(resource -> tools.renderer().write(multistatus, resource, scene, preferences));
        });
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
}
