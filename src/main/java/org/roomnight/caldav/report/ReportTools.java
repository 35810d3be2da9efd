package org.roomnight.caldav.report;

import java.util.List;
import java.util.function.Consumer;
import org.roomnight.caldav.exchange.AnswerBody;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.exchange.SpooledOctets;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContexts;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.Multistatus;

/** What the reports share. */
public record ReportTools(CalendarObjects objects, DavTree tree, RenderContexts contexts, PropertyRenderer renderer) {

    /** The multistatus that is written, as the answer to a call. */
    DavAnswer multistatus(DavCall call, Consumer<ReportAnswer> writing) {
        AnswerBody body = SpooledOctets.gather(out -> {
            Multistatus multistatus = new Multistatus(out);
            writing.accept(new ReportAnswer(call, this, multistatus));
            multistatus.finish();
        });
        return Preferences.applied(
                DavAnswer.xml(207, body), call.preferences().minimal() ? List.of(Preferences.MINIMAL) : List.of());
    }
}
