package org.roomnight.caldav;

import jakarta.servlet.http.HttpServletRequest;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.connection.Authentication;
import org.roomnight.connection.Connections;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.http.Authorization;
import org.roomnight.http.ClientAddress;
import org.roomnight.http.ClientAddresses;
import org.roomnight.http.Doorstep;
import org.roomnight.http.Problem;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.PropertyId;

/** Decides who may come in: a property with its passkey (RFC 7617). */
final class CalDavDoor {

    private final Connections connections;
    private final ClientAddresses addresses;
    private final VisitorCache visitors;

    CalDavDoor(Connections connections, ClientAddresses addresses, VisitorCache visitors) {
        this.connections = connections;
        this.addresses = addresses;
        this.visitors = visitors;
    }

    /** Who came in, and whether it may stay. */
    record Visit(Property property, Admission admission) {}

    /** The property that the credentials are of; refuses with 401, 429 or 400. */
    Visit enter(HttpServletRequest request) {
        return switch (Authorization.read(request.getHeaders("Authorization"))) {
            case Authorization.Basic basic -> byPasskey(basic, addresses.of(request));
            case Authorization.Several _ -> throw refused(Doorstep.SEVERAL_CREDENTIALS);
            case Authorization.Bearer _, Authorization.None _, Authorization.Unreadable _ -> throw credentialsNeeded();
        };
    }

    private Visit byPasskey(Authorization.Basic basic, ClientAddress source) {
        return switch (connections.authenticate(basic.username(), basic.password(), source)) {
            case Authentication.Accepted(PropertyId property) ->
                new Visit(
                        visitors.find(property).orElseThrow(CalDavDoor::credentialsNeeded),
                        new Admission(() -> connections.isStillRight(basic.username(), basic.password())));
            case Authentication.Rejected _ -> throw credentialsNeeded();
            case Authentication.TooManyFailures(var wait) -> throw refused(Doorstep.tooManyFailures(wait));
        };
    }

    static Refused credentialsNeeded() {
        return refused(Doorstep.CREDENTIALS_NEEDED);
    }

    private static Refused refused(Doorstep.Rejection rejection) {
        Problem problem = rejection.problem();
        return new Refused(new DavRefusal(problem.status(), null, problem.detail()), rejection.headers());
    }
}
