package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:calendar-description (RFC 4791 §5.2.1): only what a client has set. */
final class CalendarDescriptionProperty implements SettableProperty {

    private static final QName NAME = Names.caldav("calendar-description");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.empty();
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return resource instanceof DavResource.Calendar;
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        return value.children().isEmpty()
                ? Optional.empty()
                : Optional.of(new DavRefusal(409, null, "A description is text without markup."));
    }
}
