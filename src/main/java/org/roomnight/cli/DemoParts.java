package org.roomnight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.roomnight.booking.Bookings;
import org.roomnight.connection.Connection;
import org.roomnight.connection.Connections;
import org.roomnight.http.FeedAddress;
import org.roomnight.http.PublicAddress;
import org.roomnight.inventory.Accounts;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.Secret;
import org.roomnight.oauth.Client;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;
import org.roomnight.storage.Transactions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the demo together in a running server, or finds what an earlier demo left in the same folder. */
final class DemoParts {

    /** What an earlier demo printed: a client's secret is not in the database. */
    private static final String FILE = "demo.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server;
    private final Settings settings;

    DemoParts(Server server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    Demo findOrMake() {
        var house =
                new DemoHouse(server.part(Accounts.class), server.part(Properties.class), server.part(RoomTypes.class));
        Path file = settings.dataDir().resolve(FILE);
        boolean first = !Files.exists(file);
        Property property = house.findOrMake();
        if (first) {
            book(property, house);
        }
        Demo demo = demo(property, connection(property), client(property, file));
        PrivateFile.write(file, json(demo));
        return demo;
    }

    /** In one transaction: one flush to the disk, and whole or not at all. */
    private void book(Property property, DemoHouse house) {
        server.part(Transactions.class)
                .write(
                        property.id(),
                        () -> new DemoBookings(server.part(Bookings.class), server.part(InstantSource.class))
                                .make(property, house.rooms(property)));
    }

    private Connection connection(Property property) {
        Connections connections = server.part(Connections.class);
        return connections
                .find(property.id())
                .orElseGet(() -> connections.regenerate(property.id(), property.account()));
    }

    /** The client of before, unless somebody revoked it or lost its secret. */
    private NewClient client(Property property, Path file) {
        Clients clients = server.part(Clients.class);
        return read(file)
                .filter(before -> clients.find(before.clientId())
                        .filter(client -> !client.revoked())
                        .map(Client::account)
                        .equals(Optional.of(property.account())))
                .map(before -> new NewClient(before.clientId(), new Secret(before.clientSecret())))
                .orElseGet(() -> clients.create(property.account(), "Demo", Scope.all()));
    }

    private static Optional<Demo> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file, Demo.class)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private Demo demo(Property property, Connection connection, NewClient client) {
        PublicAddress address = server.part(PublicAddress.class);
        return new Demo(
                address.whole(""),
                property.managingEntity().toString(),
                property.id().toString(),
                connection.passkey().reveal(),
                address.whole(FeedAddress.path(property.id().value())),
                address.whole("/dav/"),
                client.clientId(),
                client.clientSecret().reveal(),
                settings.operationsUrl());
    }

    static String json(Demo demo) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(demo) + "\n";
    }
}
