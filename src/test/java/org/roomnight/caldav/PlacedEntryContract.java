package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Occurrences that say a place of their own: each blocks the unit that it names (RFC 5545 §3.8.4.4). */
interface PlacedEntryContract {

    TestServer server();

    /** Four weeks in unit S1, from 1 June. */
    private static AnEntry weekly() {
        return anEntry("w")
                .nights("20270601", "20270602")
                .also("RRULE:FREQ=WEEKLY;COUNT=4")
                .also("LOCATION:S1");
    }

    /** The second week, with further lines. */
    private static String[] second(String... lines) {
        return secondOn("20270608", "20270609", lines);
    }

    private static String[] secondOn(String arrival, String departure, String... lines) {
        List<String> all = new java.util.ArrayList<>(List.of(
                "BEGIN:VEVENT",
                "UID:w",
                "DTSTAMP:20270110T120000Z",
                "RECURRENCE-ID;VALUE=DATE:20270608",
                "DTSTART;VALUE=DATE:" + arrival,
                "DTEND;VALUE=DATE:" + departure));
        all.addAll(List.of(lines));
        all.add("END:VEVENT");
        return all.toArray(String[]::new);
    }

    private static JsonNode blocks(DavHouse house) {
        return house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                .get("items");
    }

    /** Each stay of the one block as {@code 06-01 S1}, with a question mark for any unit; and as the ledger has it. */
    private static Set<String> stays(DavHouse house) {
        JsonNode block = blocks(house).get(0);
        Set<String> shown = new TreeSet<>();
        JsonNode stays = block.has("stays") ? block.get("stays") : blocks(house);
        stays.forEach(stay -> shown.add(stay.get("startDate").stringValue().substring(5) + " "
                + (stay.get("unit").isNull() ? "?" : stay.get("unit").stringValue())));
        Set<String> wanted = new TreeSet<>();
        for (Claim claim : claims(house, block)) {
            String unit = claim.wantedUnit() == null ? "?" : "S" + number(house, claim);
            wanted.add(claim.dates().arrival().toString().substring(5) + " " + unit);
        }
        assertThat(wanted).isEqualTo(shown);
        return shown;
    }

    private static List<Claim> claims(DavHouse house, JsonNode block) {
        return house.house()
                .account()
                .server()
                .bean(NightLedger.class)
                .ofHolder(
                        new PropertyId(UUID.fromString(house.house().hotel())),
                        new BlockId(UUID.fromString(block.get("identifier").stringValue())));
    }

    private static int number(DavHouse house, Claim claim) {
        return house.house()
                        .account()
                        .server()
                        .bean(org.roomnight.inventory.RoomTypes.class)
                        .find(claim.property(), claim.roomType())
                        .orElseThrow()
                        .unitIds()
                        .indexOf(claim.wantedUnit())
                + 1;
    }

    @Test
    default void an_occurrence_put_elsewhere_blocks_there_and_comes_back_with_its_place() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "w.ics");
        house.put(path, weekly().and(second("LOCATION:Suite S2")).toString());
        assertThat(stays(house)).containsExactly("06-01 S1", "06-08 S2", "06-15 S1", "06-22 S1");
        house.put(path, weekly().and(second("LOCATION:S1")).toString());
        assertThat(stays(house)).containsExactly("06-01 S1", "06-08 S1", "06-15 S1", "06-22 S1");
        house.put(path, weekly().and(second()).toString());
        assertThat(stays(house)).containsExactly("06-01 S1", "06-08 ?", "06-15 S1", "06-22 S1");
        house.put(path, weekly().and(second("LOCATION:S2", "STATUS:CANCELLED")).toString());
        assertThat(stays(house)).containsExactly("06-01 S1", "06-15 S1", "06-22 S1");
        house.put(
                path,
                weekly().and(secondOn("20270615", "20270616", "LOCATION:S2")).toString());
        assertThat(stays(house))
                .as("two units in one night")
                .containsExactly("06-01 S1", "06-15 S1", "06-15 S2", "06-22 S1");
        assertThat(house.available(house.house().suite(), "2027-06-15")).isOne();
        house.delete(path);
        assertThat(blocks(house)).isEmpty();
        for (String night : List.of("2027-06-01", "2027-06-08", "2027-06-15")) {
            assertThat(house.available(house.house().suite(), night)).isEqualTo(3);
        }
    }

    @Test
    default void where_blocks_over_stays_are_refused_the_unit_of_the_occurrence_decides() {
        DavHouse house = DavHouse.on(server());
        var now = house.house();
        now.account()
                .done(
                        "PATCH",
                        now.path("/property"),
                        "{\"blocksOverStays\":\"refuse\"}",
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/merge-patch+json");
        house.put(
                house.path("suite", "sold.ics"),
                anEntry("s").nights("20270608", "20270609").also("LOCATION:S2").toString());
        String path = house.path("suite", "w.ics");
        var refused = house.put(path, weekly().and(second("LOCATION:S2")).toString());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains("<R:nights-taken>", "2027-06-08");
        assertThat(blocks(house)).hasSize(1);
        assertThat(house.put(path, weekly().and(second("LOCATION:S3")).toString())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    default void a_change_by_rest_moves_the_block_and_leaves_occurrences_that_are_elsewhere() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "w.ics");
        house.put(path, weekly().and(second("LOCATION:S2")).toString());
        ObjectNode block = (ObjectNode) blocks(house).get(0);
        JsonNode changed = change(house, block.put("unit", "S3"));
        assertThat(stays(house)).containsExactly("06-01 S3", "06-08 S2", "06-15 S3", "06-22 S3");
        assertThat(text(house.get(path))).contains("LOCATION:S3\r\n", "LOCATION:S2\r\n", "RRULE");
        change(house, ((ObjectNode) changed).put("unit", "S2"));
        assertThat(stays(house)).containsExactly("06-01 S2", "06-08 S2", "06-15 S2", "06-22 S2");
        String entry = text(house.get(path));
        house.put(path, entry.replace("SUMMARY:Painting", "SUMMARY:Paint"));
        assertThat(stays(house)).containsExactly("06-01 S2", "06-08 S2", "06-15 S2", "06-22 S2");
    }

    private static JsonNode change(DavHouse house, ObjectNode block) {
        block.remove("doubleBookings");
        return house.house()
                .account()
                .done(
                        "PUT",
                        house.house().path("/block/" + block.get("identifier").stringValue()),
                        block.toString(),
                        "If-Match",
                        "*");
    }

    @Test
    default void an_occurrence_forgets_a_unit_that_is_no_more() {
        DavHouse house = DavHouse.on(server());
        house.put(
                house.path("suite", "w.ics"),
                weekly().and(second("LOCATION:S2")).toString());
        int version = blocks(house).get(0).get("version").intValue();
        var now = house.house();
        now.account()
                .done(
                        "PUT",
                        now.path("/guest-room/" + now.suite()),
                        "{\"name\":\"Suite\",\"unitNames\":[\"S1\",\"S3\"]}",
                        "If-Match",
                        "*");
        JsonNode block = blocks(house).get(0);
        assertThat(block.get("stays").get(1).get("unit").isNull()).isTrue();
        assertThat(block.get("stays").get(0).get("unit").stringValue()).isEqualTo("S1");
        assertThat(block.get("version").intValue()).isEqualTo(version + 1);
        assertThat(house.available(now.suite(), "2027-06-08")).isOne();
    }
}
