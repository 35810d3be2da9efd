package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.kernel.Revision;

/** CS:getctag (caldav-ctag-03): changes with every member and every property. */
final class CollectionTagProperty implements LiveProperty {

    static final QName NAME = Names.calendarserver("getctag");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, Scene scene) {
        return resource instanceof DavResource.Calendar calendar
                ? Optional.of(xml -> xml.text(tag(calendar, scene)))
                : Optional.empty();
    }

    static String tag(DavResource.Calendar calendar, Scene scene) {
        String looks = calendar.facts().title() + calendar.facts().color();
        Revision members = scene.revision(calendar.facts());
        Revision properties = scene.looks().apply(calendar.propertyKey());
        Revision newest = members.compareTo(properties) > 0 ? members : properties;
        String mark = scene.objects().mark(scene.visitor().id(), newest).text();
        return "%d-%d-%x-%s".formatted(members.value(), properties.value(), looks.hashCode(), mark);
    }
}
