package org.roomnight.caldav;

import org.roomnight.calendar.CalendarObjects;

/** What the reports share. */
record ReportTools(CalendarObjects objects, DavTree tree, Scenes scenes, PropertyRenderer renderer) {

    ReportAnswer answer(DavCall call) {
        return new ReportAnswer(call, this);
    }
}
