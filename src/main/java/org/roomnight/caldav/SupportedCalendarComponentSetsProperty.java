package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:supported-calendar-component-sets (caldav-extensions): what calendars can be made here. */
final class SupportedCalendarComponentSetsProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("supported-calendar-component-sets");
    private static final List<List<String>> SETS =
            List.of(List.of("VEVENT", "VTODO"), List.of("VEVENT"), List.of("VTODO"));

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Home
                ? Optional.of(SupportedCalendarComponentSetsProperty::write)
                : Optional.empty();
    }

    private static void write(XmlWriter xml) {
        for (List<String> components : SETS) {
            xml.open(SupportedCalendarComponentSetProperty.NAME);
            SupportedCalendarComponentSetProperty.write(xml, components);
            xml.close(SupportedCalendarComponentSetProperty.NAME);
        }
    }
}
