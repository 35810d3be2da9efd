package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.kernel.ShownText;

/** DAV:displayname (RFC 4918 §15.2): a title for people, which clients may give. */
final class DisplayNameProperty implements SettableProperty {

    private static final QName NAME = Names.dav("displayname");

    /** Longest title, in characters. */
    static final int MAX_LENGTH = 255;

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
        return title(resource, context).map(title -> xml -> xml.text(title));
    }

    private static Optional<String> title(DavResource resource, RenderContext context) {
        return switch (resource) {
            case DavResource.Principal _, DavResource.Home _ ->
                Optional.of(ShownText.line(context.visitor().name()));
            case DavResource.Calendar calendar ->
                Optional.of(ShownText.line(calendar.facts().title()));
            case DavResource.Signpost _, DavResource.Entry _ -> Optional.empty();
        };
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return switch (resource) {
            case DavResource.Home _, DavResource.Calendar _ -> true;
            case DavResource.Entry entry -> entry.facts().writable();
            case DavResource.Signpost _, DavResource.Principal _ -> false;
        };
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        boolean good = value.children().isEmpty()
                && !value.text().isBlank()
                && value.text().length() <= MAX_LENGTH
                && value.text().chars().noneMatch(Character::isISOControl);
        return good
                ? Optional.empty()
                : Optional.of(new DavRefusal(409, null, "A title is one line of 1 to 255 characters, without markup."));
    }
}
