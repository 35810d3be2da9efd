package org.roomnight.caldav.method;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.caldav.exchange.AnswerBody;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.SpooledOctets;
import org.roomnight.caldav.property.EntryBatches;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContext;
import org.roomnight.caldav.property.RenderContexts;
import org.roomnight.caldav.report.RequestCost;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropRequest;

/** PROPFIND (RFC 4918 §9.1) of a resource, or of it and what is directly inside. */
public final class Propfind implements DavMethod {

    private final CalendarObjects objects;
    private final DavTree tree;
    private final RenderContexts contexts;
    private final PropertyRenderer renderer;
    private final RequestLimiter limiter;
    private final RequestCost cost;

    public Propfind(
            CalendarObjects objects,
            DavTree tree,
            RenderContexts contexts,
            PropertyRenderer renderer,
            RequestLimiter limiter) {
        this.objects = objects;
        this.tree = tree;
        this.contexts = contexts;
        this.renderer = renderer;
        this.limiter = limiter;
        this.cost = new RequestCost(objects, tree);
    }

    @Override
    public String name() {
        return "PROPFIND";
    }

    @Override
    public boolean safe() {
        return true;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        DavCall.Depth depth = call.depth(withoutDepth(call.path()));
        PropRequest asked = Refused.unlessRead(DavBodies.propfind(call.xml()));
        long costs = depth == DavCall.Depth.ONE ? cost.ofListing(call, asked) : 0;
        return limiter.answer(call.visitor(), costs, () -> objects.together(() -> answer(call, depth, asked)));
    }

    /**
     * Infinity (RFC 4918 §9.1), which is refused; where it would lead to few resources, programs that leave the header out
     * are answered for these.
     */
    private static DavCall.Depth withoutDepth(DavPath path) {
        return switch (path) {
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Principal _, DavPath.Homes _ ->
                DavCall.Depth.ONE;
            case DavPath.Home _, DavPath.Calendar _, DavPath.Member _, DavPath.Nowhere _ -> DavCall.Depth.INFINITY;
        };
    }

    private DavAnswer answer(DavCall call, DavCall.Depth depth, PropRequest asked) {
        DavResource root = tree.find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
        Preferences preferences = call.preferences();
        boolean noRoot = preferences.noRoot() && depth == DavCall.Depth.ONE; // at 0 nothing would be left
        List<DavResource> resources = new ArrayList<>();
        if (!noRoot) {
            resources.add(root);
        }
        if (reachesInside(root, depth)) {
            resources.addAll(tree.children(call.visitor(), root));
        }
        AnswerBody body = SpooledOctets.gather(out -> write(new Multistatus(out), call, asked, resources));
        List<String> obeyed = new ArrayList<>();
        if (preferences.minimal()) {
            obeyed.add(Preferences.MINIMAL);
        }
        if (noRoot) {
            obeyed.add(Preferences.NO_ROOT);
        }
        return Preferences.applied(DavAnswer.xml(207, body), obeyed);
    }

    private static boolean reachesInside(DavResource root, DavCall.Depth depth) {
        return switch (depth) {
            case ZERO -> false;
            case ONE -> true;
            case INFINITY -> {
                if (root.isCollection()) {
                    throw Refused.forbidden(
                            Names.dav("propfind-finite-depth"), "Ask with Depth: 0 or Depth: 1, level by level.");
                }
                yield false;
            }
        };
    }

    private void write(Multistatus answer, DavCall call, PropRequest asked, List<DavResource> resources) {
        new EntryBatches(objects, contexts, call.visitor(), asked).each(resources, some -> {
            RenderContext context = contexts.of(call, asked, some);
            some.forEach(resource -> renderer.write(answer, resource, context, call.preferences()));
        });
        answer.finish();
    }
}
