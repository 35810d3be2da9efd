package org.roomnight.caldav.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContext;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calquery.TextMatching;
import org.roomnight.davxml.Filter.Collation;
import org.roomnight.davxml.Filter.TextMatch;
import org.roomnight.davxml.Multistatus.Value;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report.PrincipalPropertySearch;
import org.roomnight.davxml.XmlWriter;

/**
 * DAV:principal-property-search (RFC 3744 §9.4). Whoever searches finds at most itself: that there are other properties
 * is nobody's business.
 */
public final class PrincipalPropertySearchReport {

    private static final QName VALUE = Names.dav("prop");

    private final ReportTools tools;

    public PrincipalPropertySearchReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, DavResource asked, PrincipalPropertySearch search) {
        DavResource self = self(call);
        Set<QName> names = new LinkedHashSet<>();
        search.searches().forEach(one -> names.addAll(one.properties()));
        RenderContext context =
                tools.contexts().of(call, new PropRequest.Some(List.copyOf(names), null), List.of(self));
        List<DavResource> found = new ArrayList<>();
        boolean reached = search.everywhere() || asked instanceof DavResource.Home || holdsPrincipals(asked);
        if (reached && search.searches().stream().allMatch(one -> matches(self, one, context))) {
            found.add(self);
        }
        return tools.multistatus(call, answer -> answer.resources(search.properties(), found));
    }

    /** Principals are below these paths only. */
    static boolean holdsPrincipals(DavResource asked) {
        return switch (asked) {
            case DavResource.Signpost(DavPath.Homes _) -> false;
            case DavResource.Signpost _, DavResource.Principal _ -> true;
            case DavResource.Home _, DavResource.Calendar _, DavResource.Entry _ -> false;
        };
    }

    static DavResource self(DavCall call) {
        return new DavResource.Principal(
                new DavPath.Principal(call.visitor().id().value()));
    }

    private boolean matches(DavResource self, PrincipalPropertySearch.Search search, RenderContext context) {
        PropertyRenderer.Rendered rendered = tools.renderer().named(self, search.properties(), context);
        TextMatch wanted = new TextMatch(search.match(), Collation.UNICODE_CASEMAP, false);
        return rendered.missing().isEmpty()
                && rendered.found().stream().allMatch(value -> TextMatching.matches(text(value), wanted));
    }

    /** The value without its tags; what is between them cannot look like one. */
    private static String text(Value value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        XmlWriter xml = new XmlWriter(octets, VALUE);
        value.content().accept(xml);
        xml.finish();
        return octets.toString(StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
    }
}
