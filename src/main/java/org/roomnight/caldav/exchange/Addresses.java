package org.roomnight.caldav.exchange;

import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.Node;
import org.roomnight.davxml.Text;
import org.roomnight.http.PublicAddress;
import org.roomnight.http.PublicAddress.Target;

/**
 * The one reader and the one maker of the addresses of this door: the request line, Destination, the hrefs of bodies and
 * the tags of If are read here, and every href, Location and Content-Location is made here.
 */
public record Addresses(PublicAddress publicAddress) {

    /** The element that an address stands in. */
    public static final QName HREF = Names.dav("href");

    /** What is never in an address as it stands (RFC 3986 §2); of which characters such octets are is not known. */
    private static final Pattern NO_ADDRESS = Pattern.compile("[^!-~]");

    /** How clients call a resource. */
    public String href(DavPath path) {
        return publicAddress.path(path.href());
    }

    /** What the request line asks for; the proxy has taken the path of the public address away. */
    public static DavPath asked(String requestPath) {
        return DavPath.parse(requestPath);
    }

    /** What a body or a tag names; nowhere for what is another server's and for what is no address. */
    public DavPath named(String href, @Nullable String host) {
        return switch (publicAddress.read(href, host)) {
            case Target.Here(String path) -> DavPath.parse(path);
            case Target.Elsewhere _, Target.Unreadable _ -> new DavPath.Nowhere();
        };
    }

    /** The Destination header (RFC 4918 §10.3); 400 where it is missing or cannot be read, 502 where it is another server's. */
    public DavPath destination(DavCall.Headers headers) {
        @Nullable String header = headers.destination();
        if (header == null) {
            throw Refused.badRequest("COPY and MOVE need a Destination header.");
        }
        if (NO_ADDRESS.matcher(header.strip()).find()) {
            throw unreadable();
        }
        return switch (publicAddress.read(header, headers.host())) {
            case Target.Here(String path) -> DavPath.parse(path);
            case Target.Elsewhere _ -> throw Refused.status(502, "Copies to other servers are not made here.");
            case Target.Unreadable _ -> throw unreadable();
        };
    }

    private static Refused unreadable() {
        return Refused.badRequest("The Destination header is an absolute address without query, percent-encoded.");
    }

    /** A refusal whose details name resources, with the hrefs that clients know. */
    public DavRefusal refusal(DavRefusal refusal) {
        List<Element> details = refusal.details().stream().map(this::detail).toList();
        return new DavRefusal(refusal.status(), refusal.precondition(), refusal.sentence(), details);
    }

    private Element detail(Element element) {
        boolean href = element.name().equals(HREF);
        List<Node> content = element.content().stream()
                .<Node>map(node -> switch (node) {
                    case Element child -> detail(child);
                    case Text(String text) -> new Text(href ? publicAddress.path(text) : text);
                })
                .toList();
        return new Element(element.name(), element.attributes(), content);
    }
}
