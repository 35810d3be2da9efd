package org.roomnight.caldav.property;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:schedule-calendar-transp (RFC 6638 §9.1): kept for clients; nights never depend on it. */
final class ScheduleCalendarTranspProperty implements SettableProperty {

    private static final QName NAME = Names.caldav("schedule-calendar-transp");
    private static final QName OPAQUE = Names.caldav("opaque");
    private static final QName TRANSPARENT = Names.caldav("transparent");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar ? Optional.of(xml -> xml.empty(OPAQUE)) : Optional.empty();
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return resource instanceof DavResource.Calendar;
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        List<QName> choice = value.children().stream().map(Element::name).toList();
        return choice.equals(List.of(OPAQUE)) || choice.equals(List.of(TRANSPARENT))
                ? Optional.empty()
                : Optional.of(new DavRefusal(409, null, "The value is one of opaque and transparent."));
    }
}
