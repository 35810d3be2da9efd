package org.roomnight.transcripts;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.TestServer.Place;
import org.roomnight.TickingClock;

/** A server on which the same happens each time: its clock stands still and its identifiers are counted. */
final class Stage {

    private static final class Sqlite {
        static final Stage STAGE = new Stage();
    }

    private static final class Postgres {
        static final Stage STAGE = new Stage(TestServer.database(TestServer.postgresUrl()));
    }

    private final Identifiers identifiers = new Identifiers();
    private final TestServer server;

    private Stage(String... settings) {
        server = new TestServer(Place.make(), new TickingClock(TestServer.START), identifiers, settings);
    }

    static Stage sqlite() {
        return Sqlite.STAGE;
    }

    static Stage postgres() {
        return Postgres.STAGE;
    }

    TestServer server() {
        return server;
    }

    /** A new house at the beginning of time, whose identifiers depend on the name of the area alone. Each has one only. */
    Scene scene(String area) {
        server.clock().tick(Duration.between(server.clock().instant(), TestServer.START));
        identifiers.begin(area);
        return new Scene(this, server.account().house());
    }

    /** A house, and what transcripts let happen in it. */
    record Scene(Stage stage, House house) {

        Variables variables() {
            String credentials = TestServer.basic(house.hotel(), house.passkey());
            return new Variables(Map.of(
                    "host", "127.0.0.1",
                    "port", Integer.toString(stage.server.port()),
                    "hotel", house.hotel(),
                    "credentials", credentials.substring("Basic ".length())));
        }

        /**
         * {@code book <number> <room> <arrival> <departure>}, {@code cancel <number>}, or {@code tick <duration>}.
         * Numbers count the bookings of an area.
         */
        void act(Transcript.Deed deed) {
            var words = deed.words();
            switch (words.getFirst()) {
                case "book" -> house.record(booking(words.get(1)), room(words.get(2)), words.get(3), words.get(4));
                case "cancel" -> house.cancel(booking(words.get(1)));
                case "tick" -> stage.server.clock().tick(Duration.parse(words.get(1)));
                default -> throw new IllegalArgumentException("nobody can " + words.getFirst());
            }
        }

        private UUID booking(String number) {
            return stage.identifiers.given(Integer.parseInt(number));
        }

        private UUID room(String name) {
            return switch (name) {
                case "cabin" -> house.cabin();
                case "suite" -> house.suite();
                default -> throw new IllegalArgumentException("there is no room " + name);
            };
        }
    }
}
