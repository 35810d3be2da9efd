package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.StaffCalendars;

/** A calendar takes as many entries as it can have, and not one more. */
interface FullCalendarContract {

    TestServer server();

    @Test
    default void a_full_calendar_takes_no_further_entry_but_changes_of_those_that_it_has() {
        DavClient client = DavClient.on(server());
        DavHouse house = new DavHouse(client.house());
        assertThat(client.mkcalendar(client.calendar("notes"), "").status()).isEqualTo(201);
        client.write("notes", StaffCalendars.MAX_OBJECTS - 1);
        assertThat(put(house, "last").statusCode()).as("at the limit").isEqualTo(201);
        isFull(put(house, "one-too-many"));
        assertThat(put(house, "last").statusCode()).as("one that it has").isEqualTo(204);

        String last = house.path("notes", "last.ics");
        String elsewhere = house.path("suite", "other.ics");
        house.put(elsewhere, anEntry("last").toString());
        String third = house.path("suite", "third.ics");
        house.put(third, anEntry("third").toString());
        isFull(transfer(house, "COPY", third, house.path("notes", "copied.ics")));
        assertThat(transfer(house, "COPY", elsewhere, last).statusCode())
                .as("over one that it has")
                .isEqualTo(204);
        String renamed = house.path("notes", "renamed.ics");
        assertThat(transfer(house, "MOVE", last, renamed).statusCode())
                .as("inside of it")
                .isEqualTo(201);

        assertThat(house.delete(renamed).statusCode()).isEqualTo(204);
        assertThat(put(house, "again").statusCode()).as("after a deletion").isEqualTo(201);
        isFull(put(house, "one-too-many"));
        isFull(transfer(house, "MOVE", third, house.path("notes", "moved.ics")));
        assertThat(house.get(third).statusCode())
                .as("what was not moved is where it was")
                .isEqualTo(200);
    }

    private static HttpResponse<byte[]> put(DavHouse house, String uid) {
        return house.put(house.path("notes", uid + ".ics"), anEntry(uid).toString());
    }

    private static HttpResponse<byte[]> transfer(DavHouse house, String method, String from, String to) {
        return house.send(method, from, "", "Destination", to);
    }

    private static void isFull(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(507);
        assertThat(TestServer.text(answer)).contains("<D:quota-not-exceeded>", "20,000");
    }
}
