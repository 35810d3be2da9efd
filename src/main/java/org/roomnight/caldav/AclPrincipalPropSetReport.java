package org.roomnight.caldav;

import java.util.List;
import org.roomnight.davxml.Report.AclPrincipalPropSet;

/** DAV:acl-principal-prop-set (RFC 3744 §9.2): the principals that an access list names, which is the owner alone. */
final class AclPrincipalPropSetReport {

    private final ReportTools tools;

    AclPrincipalPropSetReport(ReportTools tools) {
        this.tools = tools;
    }

    DavAnswer answer(DavCall call, AclPrincipalPropSet set) {
        return tools.multistatus(
                call, answer -> answer.resources(set.properties(), List.of(PrincipalPropertySearchReport.self(call))));
    }
}
