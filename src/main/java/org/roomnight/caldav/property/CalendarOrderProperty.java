package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** A:calendar-order: only what a client has set. */
final class CalendarOrderProperty implements SettableProperty {

    private static final QName NAME = Names.apple("calendar-order");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public boolean inAllprop() {
        return true;
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
        return NUMBER.matcher(value.text().strip()).matches()
                ? Optional.empty()
                : Optional.of(new DavRefusal(409, null, "The place in the order is a whole number."));
    }
}
