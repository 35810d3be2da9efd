package org.roomnight.caldav.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.property.RenderContext;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report.PrincipalMatch;

/**
 * DAV:principal-match (RFC 3744 §9.3): of what is in a collection, the principals that are oneself, or the resources
 * with a property that names oneself, such as DAV:owner.
 */
public final class PrincipalMatchReport {

    private final ReportTools tools;

    public PrincipalMatchReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, DavResource asked, PrincipalMatch match) {
        List<DavResource> matching =
                match.property().map(name -> of(call, asked, name)).orElseGet(() -> self(call, asked));
        return tools.multistatus(call, answer -> answer.resources(match.properties(), matching));
    }

    private static List<DavResource> self(DavCall call, DavResource asked) {
        return PrincipalPropertySearchReport.holdsPrincipals(asked)
                ? List.of(PrincipalPropertySearchReport.self(call))
                : List.of();
    }

    private List<DavResource> of(DavCall call, DavResource asked, QName property) {
        List<DavResource> all = new ArrayList<>(List.of(asked));
        all.addAll(tools.tree().children(call.visitor(), asked));
        RenderContext context = tools.contexts().of(call, new PropRequest.Some(List.of(property), null), all);
        return all.stream()
                .filter(resource -> names(tools.renderer().targets(resource, property, context), context))
                .toList();
    }

    private static boolean names(Optional<List<DavPath>> targets, RenderContext context) {
        return targets.filter(paths -> paths.contains(context.principal())).isPresent();
    }
}
