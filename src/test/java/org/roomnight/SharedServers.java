package org.roomnight;

import java.nio.file.Path;
import org.roomnight.TestServer.Place;

/** The servers that tests share, each started when the first of them asks for it and left to the end of the process. */
final class SharedServers {

    private SharedServers() {}

    static final class Sqlite {
        static final TestServer SERVER = new TestServer(Place.make());
    }

    static final class Postgres {
        static final String URL = TestServer.postgresUrl();
        static final Path KEY_FILE = Place.make().keyFile();
        static final TestServer SERVER = new TestServer(place(), TestServer.database(URL));

        static Place place() {
            return new Place(Place.make().folder(), KEY_FILE);
        }
    }

    static final class SecondNode {
        static final TestServer SERVER = node(Postgres.URL);
    }

    static TestServer postgresBy(CuttableLine line) {
        return node(Postgres.URL.replaceFirst(":\\d+/", ":" + line.port() + "/"));
    }

    /** On the keys and the clock of the first one. */
    private static TestServer node(String url) {
        return new TestServer(Postgres.place(), Postgres.SERVER.clock(), TestServer.database(url));
    }

    static int postgresPort() {
        return Integer.parseInt(Postgres.URL.replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
