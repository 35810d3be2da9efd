package org.roomnight.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.calendar.PropertyNameCache;
import org.roomnight.connection.Authentication;
import org.roomnight.connection.Connections;
import org.roomnight.connection.Source;
import org.roomnight.connection.Sources;
import org.roomnight.http.Authorization;
import org.roomnight.kernel.PropertyId;

/** Decides whose calendar a request may read. */
final class FeedDoor {

    private final Connections connections;
    private final Sources sources;
    private final PropertyNameCache names;
    private final FeedAccess bearers;

    FeedDoor(Connections connections, Sources sources, PropertyNameCache names, FeedAccess bearers) {
        this.connections = connections;
        this.sources = sources;
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
            case Authorization.Basic basic -> byPasskey(basic, name, source(request));
            case Authorization.Bearer(var token) -> byToken(bearers.check(token.reveal()), name);
            case Authorization.None _, Authorization.Unreadable _ -> turnedAway(Refusal.credentialsNeeded());
            case Authorization.Several _ ->
                turnedAway(Refusal.badRequest("Send one Authorization header, not several."));
        };
    }

    private Source source(HttpServletRequest request) {
        return sources.of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    private Entry byPasskey(Authorization.Basic basic, Optional<UUID> name, Source source) {
        return switch (connections.authenticate(basic.username(), basic.password(), source)) {
            case Authentication.Accepted(PropertyId property) ->
                name.isPresent() && names.names(name.get(), property)
                        ? new Entry.Admitted(property)
                        : turnedAway(Refusal.notFound());
            case Authentication.Rejected _ -> turnedAway(Refusal.credentialsNeeded());
            case Authentication.TooManyFailures(var retryAfter) ->
                turnedAway(Refusal.tooManyFailures(Math.max(1, retryAfter.toSeconds())));
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
