package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:max-attendees-per-instance (RFC 4791 §5.2.9). */
final class MaxAttendeesPerInstanceProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("max-attendees-per-instance");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(Integer.toString(StaffEntryReader.MAX_ATTENDEES)))
                : Optional.empty();
    }
}
