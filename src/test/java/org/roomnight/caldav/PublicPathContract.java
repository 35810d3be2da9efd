package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.json;
import static org.roomnight.TestServer.text;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;
import org.roomnight.davxml.Names;

/** A public address with a path, which the proxy takes away: every address that is handed out has it. */
interface PublicPathContract {

    String PATH = "/calendars";

    TestServer server();

    @Test
    default void who_finds_the_calendars_stays_below_the_path() {
        List<Answer> answers = FieldCase.on(server()).play("FC-35-public-address-with-a-path");
        assertThat(answers.getFirst().header("Location")).isEqualTo(PATH + "/dav/");
        assertThat(answers.getLast().body().replace("href>" + PATH + "/dav/", ""))
                .isNotEqualTo(answers.getLast().body())
                .doesNotContain("href>/");
    }

    @Test
    default void every_address_that_is_handed_out_begins_with_the_path() {
        DavClient house = DavClient.on(server());
        var wellKnown = house.ask("PROPFIND", "/.well-known/caldav", "");
        assertThat(header(wellKnown.http(), "Location")).isEqualTo(PATH + "/dav/");
        house.write("cabin", 1);
        for (String path : List.of("/", "/dav/", house.principal(), house.home(), house.calendar("cabin"))) {
            String all = house.ask("PROPFIND", path, PropfindContract.ALLPROP, "Depth", "1")
                            .text()
                    + house.propfind(
                                    path,
                                    1,
                                    Names.dav("current-user-principal"),
                                    Names.dav("owner"),
                                    Names.dav("acl"),
                                    Names.dav("principal-collection-set"),
                                    Names.caldav("calendar-home-set"),
                                    Names.caldav("calendar-user-address-set"))
                            .text();
            assertThat(all.replaceAll("href>(" + PATH + "/|mailto:|urn:)", "")).doesNotContain("href>/");
        }
        assertThat(house.ask("PROPFIND", "/dav", "", "Depth", "0").header("Content-Location"))
                .isEqualTo(PATH + "/dav/");
        assertThat(house.ask("DELETE", house.home(), "").text())
                .contains("<D:href>" + PATH + "/dav/calendars/</D:href>");
        assertThat(house.set(house.home(), new javax.xml.namespace.QName("urn:x", "y"), "z")
                        .hrefs())
                .containsExactly(PATH + house.home());
        String sync = "<sync-collection"
                + " xmlns=\"DAV:\"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>";
        assertThat(house.ask("REPORT", house.calendar("cabin"), sync).hrefs())
                .containsExactly(PATH + house.calendar("cabin") + "entry-0.ics");
    }

    @Test
    default void the_other_doors_hand_out_the_same_address() {
        TestServer server = server();
        var account = server.account();
        var house = account.house();
        String url =
                account.done("GET", house.path("/caldav/auth"), "").get("url").stringValue();
        assertThat(url).isEqualTo(TestServer.PUBLIC_URL + PATH + house.feedPath());
        String room = house.path("/guest-room/" + UUID.randomUUID());
        var made = account.send("PUT", room, "{\"name\":\"Loft\",\"quantity\":1}");
        assertThat(header(made, "Location")).isEqualTo(PATH + room);
        String booking =
                "{\"firstName\":\"R\",\"currencyCode\":\"EUR\",\"totalAmount\":1,\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-03-10\",\"endDate\":\"2027-03-11\",\"adults\":1,\"children\":0,\"quantity\":1}]}";
        var sold = account.send("POST", house.path("/booking"), booking.formatted(house.cabin()));
        assertThat(sold.statusCode()).as(text(sold)).isEqualTo(201);
        assertThat(header(sold, "Location")).startsWith(PATH + "/api/managing-entity/");
        assertThat(json(server.send(server.request("/v3/api-docs")))
                        .at("/servers/0/url")
                        .stringValue())
                .isEqualTo(TestServer.PUBLIC_URL + PATH);
        assertThat(text(server.send(server.request("/"))))
                .contains("href=\"" + PATH + "/v3/api-docs\"", "<code>" + PATH + "/oauth2/token</code>")
                .doesNotContain("href=\"/v3", "{base}");
        assertThat(text(server.send(server.request("/.well-known/oauth-authorization-server"))))
                .contains(TestServer.PUBLIC_URL + PATH + "/oauth2/token");
    }
}
