package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.caldav.property.SyncTokens.Known;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;

/** Tokens are good for the collection that gave them, and for no other. */
interface SyncTokensContract {

    TestServer server();

    private SyncTokens tokens() {
        return new SyncTokens(server().bean(CalendarObjects.class));
    }

    private Property property(DavClient house) {
        return server().bean(Properties.class).find(house.property()).orElseThrow();
    }

    private CalendarCollection calendar(DavClient house, String name) {
        return server().bean(CalendarObjects.class)
                .calendar(house.property(), name)
                .orElseThrow();
    }

    private void isRefused(DavClient house, String calendar, String token) {
        assertThatThrownBy(() -> tokens().parse(property(house), calendar(house, calendar), token))
                .as(token)
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().status()).isEqualTo(403);
                    assertThat(refused.refusal().precondition()).isEqualTo(dav("valid-sync-token"));
                });
    }

    @Test
    default void the_token_of_a_calendar_tells_its_revision() {
        DavClient house = DavClient.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        String token =
                house.properties(house.calendar("cabin"), dav("sync-token")).text(dav("sync-token"));
        Revision revision = server().bean(CalendarObjects.class)
                .revision(house.property(), calendar(house, "cabin").key());
        assertThat(token).matches("urn:roomnight:sync:%d-[0-9a-f]{16}".formatted(revision.value()));
        assertThat(tokens().parse(property(house), calendar(house, "cabin"), token))
                .isEqualTo(Known.all(revision));
        assertThat(tokens().parse(property(house), calendar(house, "cabin"), " " + token + "\n"))
                .isEqualTo(Known.all(revision));
    }

    @Test
    default void a_token_that_is_not_of_this_calendar_is_refused() {
        DavClient house = DavClient.on(server());
        DavClient other = DavClient.on(server());
        String token = tokens().of(property(house), calendar(house, "cabin"), Revision.NONE);
        isRefused(house, "suite", token);
        isRefused(house, "bookings", token);
        isRefused(other, "cabin", token);
        isRefused(house, "cabin", tokens().of(property(other), calendar(other, "bookings"), Revision.NONE));
        char last = token.charAt(token.length() - 1);
        isRefused(house, "cabin", token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0'));
        isRefused(house, "cabin", token.replace("sync:0", "sync:1"));
        String digits = "urn:roomnight:sync:" + "9".repeat(99) + "-0123456789abcdef";
        for (String bad : List.of("", "x", "urn:roomnight:sync:", token + "0", "http://x/" + token, "-1", digits)) {
            isRefused(house, "cabin", bad);
        }
    }

    @Test
    default void a_token_from_the_future_is_refused() {
        DavClient house = DavClient.on(server());
        Revision now = server().bean(CalendarObjects.class).revision(house.property());
        String current = tokens().of(property(house), calendar(house, "cabin"), now);
        assertThat(tokens().parse(property(house), calendar(house, "cabin"), current))
                .isEqualTo(Known.all(now));
        isRefused(house, "cabin", tokens().of(property(house), calendar(house, "cabin"), now.next()));
    }

    @Test
    default void a_token_is_good_until_what_came_after_it_was_forgotten() {
        DavClient house = DavClient.on(server());
        CalendarCollection cabin = calendar(house, "cabin");
        Revision now = server().bean(CalendarObjects.class).revision(house.property());
        String before = tokens().of(property(house), cabin, new Revision(now.value() - 1));
        Database database = server().bean(Database.class);
        database.transactions()
                .write(
                        house.property(),
                        () -> database.jdbc()
                                .sql("INSERT INTO forgotten_change (property, collection, revision) VALUES"
                                        + " (:property, :key, :to)")
                                .param("property", house.property().value())
                                .param("key", cabin.key().key())
                                .param("to", now.value())
                                .update());
        isRefused(house, "cabin", before);
        Revision told = server().bean(CalendarObjects.class).revision(house.property(), cabin.key());
        assertThat(told).as("of no member that is still known").isEqualTo(now);
        assertThat(tokens().parse(property(house), cabin, tokens().of(property(house), cabin, told)))
                .isEqualTo(Known.all(now));
    }
}
