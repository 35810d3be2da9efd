package org.roomnight.caldav.method;

import org.roomnight.availability.NightLedger;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.caldav.report.AclPrincipalPropSetReport;
import org.roomnight.caldav.report.CalendarMultigetReport;
import org.roomnight.caldav.report.CalendarQueryReport;
import org.roomnight.caldav.report.ExpandPropertyReport;
import org.roomnight.caldav.report.FreeBusyReport;
import org.roomnight.caldav.report.PrincipalMatchReport;
import org.roomnight.caldav.report.PrincipalPropertySearchReport;
import org.roomnight.caldav.report.PrincipalSearchPropertySetReport;
import org.roomnight.caldav.report.ReportTools;
import org.roomnight.caldav.report.RequestCost;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.report.SyncCollectionReport;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.ServedReports;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.Report;

/** REPORT (RFC 3253 §3.6): one class each; an answer reads one snapshot. */
public final class ReportMethod implements DavMethod {

    private final ReportTools tools;
    private final NightLedger ledger;
    private final SyncTokens tokens;
    private final RequestLimiter limiter;
    private final RequestCost cost;

    public ReportMethod(ReportTools tools, NightLedger ledger, RequestLimiter limiter) {
        this.tools = tools;
        this.ledger = ledger;
        this.limiter = limiter;
        this.cost = new RequestCost(tools.objects(), tools.tree());
        this.tokens = new SyncTokens(tools.objects());
    }

    @Override
    public String name() {
        return "REPORT";
    }

    @Override
    public boolean safe() {
        return true;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        Report report = Refused.unlessRead(DavBodies.report(call.xml()));
        return limiter.answer(
                call.visitor(), cost.of(call, report), () -> tools.objects().together(() -> answer(call, report)));
    }

    /** The reports of RFC 3744 are defined for Depth: 0 only, which is meant without the header (§9.2 to §9.5). */
    private static void requireDepth(DavCall call, Report report) {
        boolean ofPrincipals = report instanceof Report.PrincipalMatch
                || report instanceof Report.PrincipalPropertySearch
                || report instanceof Report.PrincipalSearchPropertySet
                || report instanceof Report.AclPrincipalPropSet;
        if (ofPrincipals && call.depth(DavCall.Depth.ZERO) != DavCall.Depth.ZERO) {
            throw Refused.badRequest("Ask with Depth: 0, or without a Depth header (RFC 3744, section 9).");
        }
    }

    private DavAnswer answer(DavCall call, Report report) {
        DavResource resource = tools.tree().find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
        if (!ServedReports.on(resource).contains(ServedReports.name(report))) {
            throw Refused.forbidden(
                    Names.dav("supported-report"),
                    "This report is not served here. DAV:supported-report-set names those that are.");
        }
        requireDepth(call, report);
        return switch (report) {
            case Report.CalendarQuery query -> new CalendarQueryReport(tools).answer(call, resource, query);
            case Report.CalendarMultiget multiget -> new CalendarMultigetReport(tools).answer(call, resource, multiget);
            case Report.FreeBusyQuery query -> new FreeBusyReport(tools, ledger).answer(call, resource, query);
            case Report.SyncCollection sync -> new SyncCollectionReport(tools, tokens).answer(call, resource, sync);
            case Report.ExpandProperty expand -> new ExpandPropertyReport(tools).answer(call, resource, expand);
            case Report.PrincipalPropertySearch search ->
                new PrincipalPropertySearchReport(tools).answer(call, resource, search);
            case Report.PrincipalSearchPropertySet _ -> PrincipalSearchPropertySetReport.answer();
            case Report.PrincipalMatch match -> new PrincipalMatchReport(tools).answer(call, resource, match);
            case Report.AclPrincipalPropSet set -> new AclPrincipalPropSetReport(tools).answer(call, set);
        };
    }
}
