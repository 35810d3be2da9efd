package org.roomnight.caldav.report;

import java.util.List;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.davxml.Report.AclPrincipalPropSet;

/** DAV:acl-principal-prop-set (RFC 3744 §9.2): the principals that an access list names, which is the owner alone. */
public final class AclPrincipalPropSetReport {

    private final ReportTools tools;

    public AclPrincipalPropSetReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, AclPrincipalPropSet set) {
        return tools.multistatus(
                call, answer -> answer.resources(set.properties(), List.of(PrincipalPropertySearchReport.self(call))));
    }
}
