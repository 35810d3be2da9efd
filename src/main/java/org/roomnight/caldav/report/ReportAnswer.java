package org.roomnight.caldav.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.property.EntryBatches;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContext;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
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
        resources(asked, resources, Optional.empty());
    }

    /** The same with days and floating times of another zone than the calendar's. */
    void resources(PropRequest asked, List<? extends DavResource> resources, Optional<ZoneId> zone) {
        EntryBatches batches = new EntryBatches(tools.objects(), tools.contexts(), call.visitor(), asked);
        batches.eachWithContent(resources, some -> {
            RenderContext own = tools.contexts().of(call, asked, some);
            RenderContext context = zone.map(own::in).orElse(own);
            some.forEach(resource -> tools.renderer().write(multistatus, resource, context, preferences));
        });
    }

    void rendered(DavPath path, PropertyRenderer.Rendered rendered) {
        multistatus.propstat(call.href(path), rendered.found(), preferences.minimal() ? List.of() : rendered.missing());
    }

    void notFound(DavPath path) {
        notFound(call.href(path));
    }

    /** The same of what the client called so. */
    void notFound(String href) {
        multistatus.status(href, 404, null);
    }

    /** There is more than is answered. */
    void truncated(DavResource asked) {
        multistatus.truncated(call.href(asked.path()));
    }

    void syncToken(String token) {
        multistatus.syncToken(token);
    }
}
