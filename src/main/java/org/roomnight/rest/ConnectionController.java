package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.roomnight.connection.Connection;
import org.roomnight.connection.Connections;
import org.roomnight.http.Problem;
import org.roomnight.http.PublicAddress;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.Property;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The CalDAV connection of a property, at its addresses of today and at the older ones. */
@RestController
final class ConnectionController {

    private static final String AUTH = Paths.EXTRANET + "/caldav/auth";
    private static final String OLD_AUTH = "/api/property/{id}/caldav/auth";

    /** What is kept of an answer with a passkey: nothing. The connection is read again, as it is now. */
    private static final StoredAnswer SEALED = new StoredAnswer(HttpStatus.OK.value(), null, new byte[0]);

    private final Connections connections;
    private final PublicAddress publicAddress;

    ConnectionController(Connections connections, PublicAddress publicAddress) {
        this.connections = connections;
        this.publicAddress = publicAddress;
    }

    /** A property without a connection is answered like one that does not exist (rule 6). */
    @GetMapping(
            path = {AUTH, OLD_AUTH},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.INTEGRATIONS_READ)
    ConnectionDto find(Property property) {
        return connections
                .find(property.id())
                .map(connection -> ConnectionDto.of(connection, publicAddress))
                .orElseThrow(Refusals::notFound);
    }

    /** GET too, because clients of the older interface regenerate so; HEAD, which asks for nothing, must not. */
    @RequestMapping(
            path = {AUTH + "/regen", OLD_AUTH + "/regen"},
            method = {RequestMethod.GET, RequestMethod.POST},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.INTEGRATIONS_WRITE)
    ResponseEntity<ConnectionDto> regenerate(Property property, IdempotentWork once, HttpServletRequest request) {
        if (request.getMethod().equals("HEAD")) {
            throw new Refusal(Problem.METHOD_NOT_ALLOWED, Map.of("Allow", "GET, POST"));
        }
        AtomicReference<Connection> made = new AtomicReference<>();
        once.of(property, () -> {
            made.set(connections.regenerate(property.id(), property.account()));
            return SEALED;
        });
        return made.get() == null
                ? IdempotentWork.replayed(ResponseEntity.ok(find(property)))
                : ResponseEntity.ok(ConnectionDto.of(made.get(), publicAddress));
    }

    @DeleteMapping(AUTH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.INTEGRATIONS_REMOVE)
    void disconnect(Property property) {
        if (!connections.disconnect(property.id())) {
            throw Refusals.notFound();
        }
    }
}
