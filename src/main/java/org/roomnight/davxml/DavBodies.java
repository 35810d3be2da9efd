package org.roomnight.davxml;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.namespace.QName;

/** Reads request bodies. What no body at all means is said at each. */
public final class DavBodies {

    /** Largest body, in octets; a larger one is answered with 413. */
    public static final int MAX_OCTETS = 256 * 1024;

    private static final NewCollection WITHOUT_PROPERTIES = new NewCollection(List.of());

    private DavBodies() {}

    /** No body asks for all properties (RFC 4918 §9.1). */
    public static Asked<PropRequest> propfind(byte[] octets) {
        return octets.length == 0
                ? new Asked.Read<>(new PropRequest.All(List.of()))
                : read(octets, Names.dav("propfind"), PropRequestReader::propfind);
    }

    /** No body is refused. */
    public static Asked<PropertyUpdate> proppatch(byte[] octets) {
        return read(octets, Names.dav("propertyupdate"), PropertySetReader::update);
    }

    /** No body begins without properties. */
    public static Asked<NewCollection> mkcalendar(byte[] octets) {
        return octets.length == 0
                ? new Asked.Read<>(WITHOUT_PROPERTIES)
                : read(octets, Names.caldav("mkcalendar"), PropertySetReader::collection);
    }

    /** No body begins without properties. */
    public static Asked<NewCollection> mkcol(byte[] octets) {
        return octets.length == 0
                ? new Asked.Read<>(WITHOUT_PROPERTIES)
                : read(octets, Names.dav("mkcol"), PropertySetReader::collection);
    }

    /** No body is refused. */
    public static Asked<Report> report(byte[] octets) {
        return asked(() -> ReportReader.read(ElementReader.read(octets)));
    }

    private static <T> Asked<T> read(byte[] octets, QName wanted, Function<Element, T> reader) {
        return asked(() -> {
            Element root = ElementReader.read(octets);
            if (!root.name().equals(wanted)) {
                throw new BadBodyException(DavRefusal.unknownRoot());
            }
            return reader.apply(root);
        });
    }

    private static <T> Asked<T> asked(Supplier<T> reading) {
        try {
            return new Asked.Read<>(reading.get());
        } catch (BadBodyException refusal) {
            return new Asked.Rejected<>(refusal.answer());
        }
    }
}
