package org.roomnight.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.calendar.PropertyNameCache;
import org.roomnight.connection.Authentication;
import org.roomnight.connection.Connections;
import org.roomnight.http.Authorization;
import org.roomnight.http.ClientAddress;
import org.roomnight.http.ClientAddresses;
import org.roomnight.http.Doorstep;
import org.roomnight.http.FeedAddress;
import org.roomnight.kernel.PropertyId;

/** Decides whose calendar a request may read. */
final class FeedDoor {

    private final Connections connections;
    private final ClientAddresses addresses;
    private final PropertyNameCache names;
    private final FeedAccess bearers;

    FeedDoor(Connections connections, ClientAddresses addresses, PropertyNameCache names, FeedAccess bearers) {
        this.connections = connections;
        this.addresses = addresses;
        this.names = names;
        this.bearers = bearers;
    }

    /** What the door says to a request. */
    sealed interface Entry {
        record Admitted(PropertyId property) implements Entry {}

        record TurnedAway(Refusal refusal) implements Entry {}
    }

    Entry enter(HttpServletRequest request) {
        Optional<UUID> name = FeedAddress.property(request.getRequestURI());
        return switch (Authorization.read(request.getHeaders("Authorization"))) {
            case Authorization.Basic basic -> byPasskey(basic, name, addresses.of(request));
            case Authorization.Bearer(var token) -> byToken(bearers.check(token.reveal()), name);
            case Authorization.None _, Authorization.Unreadable _ ->
                turnedAway(Refusal.of(Doorstep.CREDENTIALS_NEEDED));
            case Authorization.Several _ -> turnedAway(Refusal.of(Doorstep.SEVERAL_CREDENTIALS));
        };
    }

    private Entry byPasskey(Authorization.Basic basic, Optional<UUID> name, ClientAddress source) {
        return switch (connections.authenticate(basic.username(), basic.password(), source)) {
            case Authentication.Accepted(PropertyId property) ->
                name.isPresent() && names.names(name.get(), property)
                        ? new Entry.Admitted(property)
                        : turnedAway(Refusal.notFound());
            case Authentication.Rejected _ -> turnedAway(Refusal.of(Doorstep.CREDENTIALS_NEEDED));
            case Authentication.TooManyFailures(var retryAfter) ->
                turnedAway(Refusal.of(Doorstep.tooManyFailures(retryAfter)));
        };
    }

    private Entry byToken(FeedAccess.Bearer bearer, Optional<UUID> name) {
        return switch (bearer) {
            case FeedAccess.Bearer.Reader(var account) ->
                name.flatMap(one -> names.find(account, one))
                        .<Entry>map(Entry.Admitted::new)
                        .orElseGet(() -> turnedAway(Refusal.notFound()));
            case FeedAccess.Bearer.ScopeMissing _ -> turnedAway(Refusal.scopeMissing());
            case FeedAccess.Bearer.Nobody _ -> turnedAway(Refusal.tokenInvalid());
        };
    }

    private static Entry turnedAway(Refusal refusal) {
        return new Entry.TurnedAway(refusal);
    }
}
