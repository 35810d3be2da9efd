package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.kernel.Revision;

/** CS:getctag (caldav-ctag-03): changes with every member and every property. */
public final class GetCtagProperty implements LiveProperty {

    public static final QName NAME = Names.calendarserver("getctag");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar calendar
                ? Optional.of(xml -> xml.text(tag(calendar, context)))
                : Optional.empty();
    }

    public static String tag(DavResource.Calendar calendar, RenderContext context) {
        String looks = calendar.facts().title() + calendar.facts().color();
        Revision members = context.revision(calendar.facts());
        Revision properties = context.propertyRevisions().apply(calendar.propertyKey());
        Revision newest = members.compareTo(properties) > 0 ? members : properties;
        String mark = context.objects().mark(context.visitor().id(), newest).text();
        return "%d-%d-%x-%s".formatted(members.value(), properties.value(), looks.hashCode(), mark);
    }
}
