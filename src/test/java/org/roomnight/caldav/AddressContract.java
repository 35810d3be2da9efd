package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.TestServer;
import org.roomnight.davxml.Names;

/** What a resource is called is one thing wherever it is said: request line, Destination, hrefs, If and listings. */
interface AddressContract {

    TestServer server();

    /** Path of the public address of {@link #server}, or nothing. */
    String publicPath();

    /** Names that programs make, and such as nobody should. */
    List<String> NASTY = List.of(
            "100%",
            "%25",
            "%2F",
            "%252F..",
            "a;b",
            "..;c",
            ";d",
            "e%3Bf",
            "Küche",
            "Ku\u0308che",
            "Plan & <Bau>",
            "a+b",
            "a@b",
            "it's",
            "🏨 Haus",
            "a\"b",
            "{x}|^`[y]",
            "c:d",
            "~",
            "...",
            ".x",
            "x ",
            "#",
            "?",
            "$,=!*()",
            "\u202Etxt",
            "\u0085",
            "\u2028",
            "日本",
            "a%20b",
            "%00",
            "%");

    default List<String> names(Random random, int count) {
        Set<String> names = new LinkedHashSet<>(NASTY);
        while (names.size() < NASTY.size() + count) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                String from = NASTY.get(random.nextInt(NASTY.size()));
                name.append(random.nextInt(3) == 0 ? Character.toString(random.nextInt(0x21, 0x2100)) : from);
            }
            String made = name.toString().replaceAll("[/\\\\\\x00-\\x1F\\x7F]", "");
            if (!made.isEmpty() && made.getBytes(StandardCharsets.UTF_8).length < 200) {
                names.add(made);
            }
        }
        names.removeAll(Set.of(".", ".."));
        return new ArrayList<>(names);
    }

    /** Every octet of a name percent-encoded, as one may (RFC 3986 §2.1). */
    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }

    /** A path as the proxy passes it on. */
    default String local(String href) {
        assertThat(href).startsWith(publicPath() + "/dav/");
        return href.substring(publicPath().length());
    }

    @Test
    default void whatever_a_listing_shows_is_fetched_copied_moved_and_deleted_by_the_href_that_it_shows() {
        long seed = Long.getLong("roomnight.seed", System.nanoTime());
        System.out.printf("%s: replay with -Droomnight.seed=%d%n", getClass().getSimpleName(), seed);
        List<String> names = names(new Random(seed), 30);
        DavHouse house = DavHouse.on(server());
        DavClient client = new DavClient(house.house());
        String start = house.path("suite", "start.ics");
        int made = 0;
        for (String name : names) {
            String uid = "uid-" + made;
            String path = house.path("suite", encoded(name));
            String entry = anEntry(uid).nights("20270601", "20270602").toString();
            switch (made++ % 3) {
                case 0 ->
                    assertThat(house.put(path, entry).statusCode()).as(name).isEqualTo(201);
                case 1 -> {
                    house.put(start, entry);
                    var moved = house.send("MOVE", start, "", "Destination", publicPath() + path);
                    assertThat(moved.statusCode()).as(name).isEqualTo(201);
                    assertThat(text(house.get(local(header(moved, "Location")))))
                            .as(name)
                            .isEqualTo(entry);
                }
                default -> {
                    String cabin = house.path("cabin", "start.ics");
                    house.put(cabin, entry);
                    assertThat(house.send("COPY", cabin, "", "Destination", TestServer.PUBLIC_URL + publicPath() + path)
                                    .statusCode())
                            .as(name)
                            .isEqualTo(201);
                    assertThat(house.delete(cabin).statusCode()).isEqualTo(204);
                }
            }
        }
        List<String> hrefs = members(client, house.home() + "suite/");
        assertThat(hrefs).hasSize(names.size()).doesNotHaveDuplicates();
        String elsewhere = house.path("cabin", "copy.ics");
        for (String href : hrefs) {
            assertThat(href).matches("[!-~]+");
            String tag = header(house.get(local(href)), "ETag");
            assertThat(tag).as(href).isNotEmpty();
            assertThat(multiget(client, house.home() + "suite/", href)).as(href).isEqualTo(200);
            assertThat(house.send("COPY", local(href), "", "Destination", publicPath() + elsewhere)
                            .statusCode())
                    .as(href)
                    .isEqualTo(201);
            String tagged = "<%s%s> ([%s])".formatted(TestServer.PUBLIC_URL, href, tag);
            assertThat(house.delete(elsewhere, "If", tagged).statusCode())
                    .as(tagged)
                    .isEqualTo(204);
            assertThat(house.send("MOVE", local(href), "", "Destination", publicPath() + elsewhere)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(house.send("MOVE", elsewhere, "", "Destination", href).statusCode())
                    .as(href)
                    .isEqualTo(201);
            assertThat(house.delete(local(href)).statusCode()).as(href).isEqualTo(204);
        }
        assertThat(members(client, house.home() + "suite/")).isEmpty();
        assertThat(house.available(house.house().suite(), "2027-06-01")).isEqualTo(3);
    }

    @Test
    default void calendars_of_any_name_are_made_copied_moved_and_deleted_by_their_hrefs() {
        DavHouse house = DavHouse.on(server());
        DavClient client = new DavClient(house.house());
        for (String name : names(new Random(1), 5)) {
            assertThat(client.mkcalendar(house.home() + encoded(name) + "/", "").status())
                    .as(name)
                    .isEqualTo(201);
        }
        List<String> made = members(client, house.home()).stream()
                .filter(href -> !href.matches(".*/(cabin|suite|bookings)/"))
                .toList();
        assertThat(made).hasSizeGreaterThan(NASTY.size());
        for (String href : made) {
            String other = publicPath() + house.home() + "other/";
            assertThat(house.send("COPY", local(href), "", "Destination", other).statusCode())
                    .as(href)
                    .isEqualTo(201);
            assertThat(house.delete(local(other)).statusCode()).isEqualTo(204);
            assertThat(house.send("MOVE", local(href), "", "Destination", other).statusCode())
                    .isEqualTo(201);
            assertThat(house.send("MOVE", local(other), "", "Destination", href).statusCode())
                    .isEqualTo(201);
            assertThat(house.delete(local(href)).statusCode()).as(href).isEqualTo(204);
        }
    }

    private static List<String> members(DavClient client, String collection) {
        List<String> hrefs =
                client.propfind(collection, 1, Names.dav("getetag")).hrefs();
        return hrefs.stream().filter(href -> !href.endsWith(collection)).toList();
    }

    private static int multiget(DavClient client, String calendar, String href) {
        String body = "<c:calendar-multiget xmlns:c=\"urn:ietf:params:xml:ns:caldav\" xmlns:d=\"DAV:\"><d:prop>"
                + "<d:getetag/></d:prop><d:href>%s</d:href></c:calendar-multiget>";
        DavReply reply = client.ask("REPORT", calendar, body.formatted(href.replace("&", "&amp;")));
        return reply.of(href).status(Names.dav("getetag"));
    }

    /** RFC 9110 §4.2.3, RFC 3986 §6.2: one address in several spellings. */
    @Test
    default void an_address_of_this_server_is_known_in_every_spelling_and_others_are_not() {
        DavHouse house = DavHouse.on(server());
        String from = house.path("suite", "a.ics");
        String to = house.path("cabin", "b.ics");
        String host = "stay.example:8443";
        for (String spelled : List.of(
                publicPath() + to,
                to,
                "https://" + host + publicPath() + to,
                "HTTPS://STAY.Example:8443" + publicPath() + to,
                "https://" + host + to,
                "https://" + host + publicPath() + to.replace("b.ics", "%62%2Eics"),
                server().uri(to).toString())) {
            house.put(from, anEntry("a").toString());
            var moved = house.send("MOVE", from, "", "Destination", spelled);
            assertThat(moved.statusCode()).as(spelled).isEqualTo(201);
            assertThat(header(moved, "Location")).isEqualTo(publicPath() + to);
            assertThat(house.delete(to).statusCode()).isEqualTo(204);
        }
        house.put(from, anEntry("a").toString());
        for (String other :
                List.of("https://stay.example" + to, "https://elsewhere.example:8443" + to, "ftp://" + host + to)) {
            assertThat(house.send("COPY", from, "", "Destination", other).statusCode())
                    .as(other)
                    .isEqualTo(502);
        }
        for (String none : List.of("b.ics", to + "?a", to + "#a", "https:", to + "%", to + "%zz", to + " x", "")) {
            assertThat(house.send("COPY", from, "", "Destination", none).statusCode())
                    .as(none)
                    .isEqualTo(400);
        }
    }

    /** H-12, in the request line and in Destination alike. */
    @Test
    default void H_12_what_could_be_read_as_another_path_is_refused_with_a_sentence() {
        DavHouse house = DavHouse.on(server());
        String from = house.path("suite", "a.ics");
        house.put(from, anEntry("a").toString());
        String calendar = house.home() + "suite/";
        for (String name : List.of("..%2Fx", "a%2fb", "%2e%2e", ".", "a%00", "a%5Cb", "..;x", "a%0Ab", "%FF")) {
            assertThat(house.send("COPY", from, "", "Destination", calendar + name)
                            .statusCode())
                    .as(name)
                    .isIn(400, 403, 404);
            try (RawHttp raw = new RawHttp(server())) {
                raw.send("GET " + calendar + name + " HTTP/1.1\r\nHost: stay.example\r\nAuthorization: "
                        + TestServer.basic(house.house().hotel(), house.house().passkey())
                        + "\r\nConnection: close\r\n\r\n");
                RawHttp.Answer answer = raw.read();
                assertThat(answer.status()).as(name).isIn(400, 404);
                assertThat(answer.body()).as(name).containsPattern("[A-Z][a-z ]+\\.");
            }
        }
        assertThat(members(new DavClient(house.house()), calendar)).hasSize(1);
    }
}
