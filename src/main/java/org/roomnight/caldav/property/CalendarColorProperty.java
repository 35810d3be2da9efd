package org.roomnight.caldav.property;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** A:calendar-color, as #RRGGBBAA: the room type's color until a client sets another. */
final class CalendarColorProperty implements SettableProperty {

    private static final QName NAME = Names.apple("calendar-color");
    private static final Pattern COLOR = Pattern.compile("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})");

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
        return resource instanceof DavResource.Calendar calendar
                ? Optional.ofNullable(calendar.facts().color())
                        .map(color -> xml -> xml.text(color.toUpperCase(Locale.ROOT) + "FF"))
                : Optional.empty();
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return resource instanceof DavResource.Calendar;
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        return COLOR.matcher(value.text().strip()).matches()
                ? Optional.empty()
                : Optional.of(new DavRefusal(409, null, "A color is # and six or eight hexadecimal digits."));
    }
}
