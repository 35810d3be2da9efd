package org.roomnight.feed;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** What a calendar program asks all day: has anything changed? */
record DavPoll(House house) {

    HttpResponse<byte[]> at(TestServer node) {
        return node.send(node.request(
                        "/dav/calendars/%s/bookings/".formatted(house.hotel()),
                        "Authorization",
                        TestServer.basic(house.hotel(), house.passkey()),
                        "Depth",
                        "0")
                .method("PROPFIND", BodyPublishers.noBody()));
    }
}
