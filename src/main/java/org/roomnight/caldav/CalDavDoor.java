package org.roomnight.caldav;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.connection.Authentication;
import org.roomnight.connection.Connections;
import org.roomnight.connection.Source;
import org.roomnight.connection.Sources;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.http.Authorization;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.PropertyId;

/** Decides who may come in: a property with its passkey (RFC 7617). */
final class CalDavDoor {

    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"Roomnight\", charset=\"UTF-8\"");

    private final Connections connections;
    private final Sources sources;
    private final VisitorCache visitors;

    CalDavDoor(Connections connections, Sources sources, VisitorCache visitors) {
        this.connections = connections;
        this.sources = sources;
        this.visitors = visitors;
    }

    /** Who came in, and whether it may stay. */
    record Visit(Property property, Admission admission) {}

    /** The property that the credentials are of; refuses with 401, 429 or 400. */
    Visit enter(HttpServletRequest request) {
        return switch (Authorization.read(request.getHeaders("Authorization"))) {
            case Authorization.Basic basic -> byPasskey(basic, source(request));
            case Authorization.Several _ -> throw Refused.badRequest("Send one Authorization header, not several.");
            case Authorization.Bearer _, Authorization.None _, Authorization.Unreadable _ -> throw credentialsNeeded();
        };
    }

    private Source source(HttpServletRequest request) {
        return sources.of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    private Visit byPasskey(Authorization.Basic basic, Source source) {
        return switch (connections.authenticate(basic.username(), basic.password(), source)) {
            case Authentication.Accepted(PropertyId property) ->
                new Visit(
                        visitors.find(property).orElseThrow(CalDavDoor::credentialsNeeded),
                        new Admission(() -> connections.isStillRight(basic.username(), basic.password())));
            case Authentication.Rejected _ -> throw credentialsNeeded();
            case Authentication.TooManyFailures(var retryAfter) ->
                throw new Refused(
                        new DavRefusal(
                                429,
                                null,
                                "Too many wrong passkeys came from your address. A right one is accepted at any time."),
                        Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))));
        };
    }

    static Refused credentialsNeeded() {
        return new Refused(
                new DavRefusal(
                        401,
                        null,
                        "Give the hotel identifier as username and the passkey as password. A passkey that was made"
                                + " anew replaces the old one everywhere."),
                CHALLENGE);
    }
}
