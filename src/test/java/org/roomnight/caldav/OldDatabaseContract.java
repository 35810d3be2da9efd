package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;
import static org.roomnight.davxml.Names.dav;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.TestServer.Place;
import org.roomnight.TickingClock;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.OldSchema;

/** A database of an old release is brought up to date at the start, and answers as before. */
interface OldDatabaseContract {

    /** The schema of the oldest release that is in use. */
    int OLD = 6;

    QName COLOR = new QName("http://apple.com/ns/ical/", "calendar-color");

    DatabaseAddress database(Place place);

    private TestServer start(Place place, TickingClock clock, DatabaseAddress database) {
        return switch (database) {
            case DatabaseAddress.SqliteFile _ -> new TestServer(place, clock);
            case DatabaseAddress.Postgres postgres -> new TestServer(place, clock, TestServer.database(postgres.url()));
        };
    }

    @Test
    default void a_database_of_an_old_release_answers_the_same_after_the_start_of_a_new_one() throws SQLException {
        TickingClock clock = new TickingClock(TestServer.START);
        Place source = Place.make();
        DatabaseAddress from = database(source);
        Old old;
        Map<String, String> told;
        try (TestServer server = start(source, clock, from)) {
            old = Old.filled(DavHouse.on(server));
            told = old.told();
        }
        Place place = new Place(Place.make().folder(), source.keyFile());
        DatabaseAddress to = database(place);
        OldSchema.fill(to, from, OLD);
        try (TestServer server = start(place, clock, to)) {
            Old there = new Old(old.house().at(server), old.booking());
            assertThat(there.told()).isEqualTo(told);
            there.goesOn();
        }
    }

    /** A house of which there is something in every table that the old schema had. */
    record Old(DavHouse house, UUID booking) {

        static Old filled(DavHouse dav) {
            House house = dav.house();
            UUID booking = house.record(house.cabin(), "2027-03-10", "2027-03-14");
            house.record(house.cabin(), "2027-03-12", "2027-03-13");
            house.cancel(house.record(house.suite(), "2027-03-20", "2027-03-22"));
            house.account()
                    .done(
                            "POST",
                            house.path("/booking"),
                            "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-05-01\",\"endDate\":\"2027-05-03\"}]}"
                                    .formatted(house.suite()),
                            "Idempotency-Key",
                            "old");
            house.account()
                    .done(
                            "POST",
                            house.path("/block"),
                            "{\"guestRoomIdentifier\":null,\"startDate\":\"2027-08-01\",\"endDate\":\"2027-08-03\",\"reason\":\"owner-stay\",\"note\":\"us\"}");
            dav.put(dav.path("cabin", "once.ics"), anEntry("once").toString());
            String weekly = anEntry("weekly")
                    .nights("20270701", "20270702")
                    .with("RRULE:FREQ=WEEKLY")
                    .with("EXDATE;VALUE=DATE:20270708")
                    .with("LOCATION:S2")
                    .toString();
            dav.put(dav.path("suite", "weekly.ics"), weekly);
            dav.put(dav.path("suite", "gone.ics"), anEntry("gone").toString());
            dav.delete(dav.path("suite", "gone.ics"));
            DavClient client = new DavClient(house);
            client.mkcalendar(client.calendar("notes"), "");
            dav.put(dav.path("notes", "note.ics"), anEntry("note").toString());
            client.set(client.calendar("suite"), COLOR, "#112233FF");
            return new Old(dav, booking);
        }

        /** All that programs and platforms keep, but what names the history of the database. */
        Map<String, String> told() {
            House house = house().house();
            Map<String, String> told = new TreeMap<>();
            told.put("feed", text(house.feed()));
            for (String list : List.of(
                    "/property",
                    "/guest-room/list",
                    "/booking/list",
                    "/block/list",
                    "/double-booking/list",
                    "/availability?startDate=2027-03-01&endDate=2027-09-01")) {
                told.put(list, house.account().done("GET", house.path(list), "").toString());
            }
            DavClient client = new DavClient(house);
            for (String calendar : List.of("bookings", "cabin", "suite", "notes")) {
                String path = client.calendar(calendar);
                var properties = client.properties(path, dav("displayname"), COLOR);
                told.put(path, properties.text(dav("displayname")) + properties.text(COLOR));
                for (String member : client.propfind(path, 1, dav("getetag")).hrefs()) {
                    if (!member.equals(path)) {
                        var got = house().get(member);
                        told.put(member, header(got, "ETag") + text(got));
                    }
                }
            }
            told.put("counts", counts(house));
            assertThat(told).hasSizeGreaterThan(15);
            return told;
        }

        /** What is counted of each calendar instead of being added up. */
        private static String counts(House house) {
            Database database = house.account().server().bean(Database.class);
            return database.transactions()
                    .read(() -> database.jdbc()
                            .sql("SELECT collection, entries, octets, properties, property_octets"
                                    + " FROM staff_count WHERE entries > 0 ORDER BY collection")
                            .query()
                            .listOfRows()
                            .toString());
        }

        /** Every kind of change finds what it changes. */
        void goesOn() {
            House there = house().house();
            String once = house().path("cabin", "once.ics");
            String tag = header(house().get(once), "ETag");
            assertThat(house().put(
                                    once,
                                    anEntry("once")
                                            .nights("20270610", "20270612")
                                            .toString(),
                                    "If-Match",
                                    tag)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(there.available(there.cabin(), "2027-06-02")).isOne();
            assertThat(there.available(there.cabin(), "2027-06-11")).isZero();
            assertThat(there.available(there.suite(), "2031-06-26"))
                    .as("a Thursday of the weekly entry")
                    .isEqualTo(2);
            assertThat(house().delete(house().path("suite", "weekly.ics")).statusCode())
                    .isEqualTo(204);
            assertThat(there.available(there.suite(), "2031-06-26")).isEqualTo(3);
            there.cancel(booking());
            assertThat(text(there.feed())).isNotEmpty();
            assertThat(there.available(there.cabin(), "2027-03-10")).isOne();
            var again = there.account()
                    .send(
                            "POST",
                            there.path("/booking"),
                            "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-05-01\",\"endDate\":\"2027-05-03\"}]}"
                                    .formatted(there.suite()),
                            "Idempotency-Key",
                            "old");
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(there.available(there.suite(), "2027-05-01"))
                    .as("answered before")
                    .isEqualTo(2);
        }
    }
}
