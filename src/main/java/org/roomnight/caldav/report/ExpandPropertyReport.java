package org.roomnight.caldav.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContext;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.Multistatus.Value;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report.ExpandProperty;
import org.roomnight.davxml.Report.ExpandProperty.Expanded;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Deadline;

/**
 * DAV:expand-property (RFC 3253 §3.8): properties, and in place of the hrefs in them the resources that they name. Apple's
 * programs ask so for the principals that have to do with theirs.
 */
public final class ExpandPropertyReport {

    private final ReportTools tools;

    public ExpandPropertyReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, DavResource asked, ExpandProperty expand) {
        List<DavResource> reached = reached(call, asked);
        return tools.multistatus(
                call,
                answer -> reached.forEach(resource ->
                        answer.rendered(resource.path(), expanded(call.visitor(), resource, expand.properties()))));
    }

    private List<DavResource> reached(DavCall call, DavResource asked) {
        List<DavResource> reached = new ArrayList<>(List.of(asked));
        switch (call.depth(DavCall.Depth.ZERO)) {
            case ZERO -> {}
            case ONE -> reached.addAll(tools.tree().children(call.visitor(), asked));
            case INFINITY -> throw Refused.badRequest("Ask with Depth: 0 or Depth: 1.");
        }
        return reached;
    }

    /** Each level of the request goes one step further, so that it ends where the request does. */
    private PropertyRenderer.Rendered expanded(Property visitor, DavResource resource, List<Expanded> wanted) {
        Deadline.check();
        List<QName> names = wanted.stream().map(Expanded::name).distinct().toList();
        RenderContext context = tools.contexts().of(visitor, new PropRequest.Some(names, null), List.of(resource));
        List<Value> found = new ArrayList<>();
        List<QName> missing = new ArrayList<>();
        for (Expanded property : wanted) {
            Optional<List<DavPath>> targets = property.properties().isEmpty()
                    ? Optional.empty()
                    : tools.renderer().targets(resource, property.name(), context);
            if (targets.isPresent()) {
                found.add(nested(visitor, property, targets.get(), context));
            } else {
                PropertyRenderer.Rendered plain = tools.renderer().named(resource, List.of(property.name()), context);
                found.addAll(plain.found());
                missing.addAll(plain.missing());
            }
        }
        return new PropertyRenderer.Rendered(found, missing);
    }

    private Value nested(Property visitor, Expanded property, List<DavPath> targets, RenderContext outer) {
        List<DavResource> resources = targets.stream()
                .flatMap(path -> tools.tree().find(visitor, path).stream())
                .toList();
        return new Value(property.name(), xml -> {
            for (DavResource resource : resources) {
                PropertyRenderer.Rendered inner = expanded(visitor, resource, property.properties());
                Multistatus.nested(xml, outer.href(resource.path()), inner.found(), inner.missing());
            }
        });
    }
}
