package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.AnswerBody;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.method.DavMethod;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.http.PublicAddress;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;

final class AnswerCacheTest {

    /** Answers what the house is called. */
    private static final DavMethod NAME = new DavMethod() {
        @Override
        public String name() {
            return "NAME";
        }

        @Override
        public boolean safe() {
            return true;
        }

        @Override
        public DavAnswer answer(DavCall call) {
            return new DavAnswer(200, Map.of(), call.visitor().name().getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final Addresses ADDRESSES = new Addresses(PublicAddress.of("https://stay.example"));

    private final TestServer server = TestServer.sqlite();
    private final AnswerCache answers = new AnswerCache(server.bean(CurrentRevision.class));

    private Property property(House house) {
        return server.bean(Properties.class)
                .find(new PropertyId(UUID.fromString(house.hotel())))
                .orElseThrow();
    }

    private String answer(Property visitor) {
        DavCall call = new DavCall("NAME", new DavPath.Root(), visitor, ADDRESSES, headers(), new byte[0]);
        return new String(((AnswerBody.Octets) answers.get(call, NAME).body()).octets(), StandardCharsets.UTF_8);
    }

    private static DavCall.Headers headers() {
        return headers(null);
    }

    private static DavCall.Headers headers(@Nullable String depth) {
        return new DavCall.Headers(depth, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void long_header_fields_count_for_the_memory_that_answers_may_take() {
        Property visitor = property(server.account().house());
        int characters = 8_000;
        long asked = 2 * AnswerCache.MAX_OCTETS / characters;
        for (int i = 0; i < asked; i++) {
            String depth = "%08d".formatted(i).repeat(characters / 8);
            DavCall call = new DavCall("NAME", new DavPath.Root(), visitor, ADDRESSES, headers(depth), new byte[0]);
            answers.get(call, NAME);
        }
        assertThat(answers.size()).isPositive().isLessThanOrEqualTo(AnswerCache.MAX_OCTETS / characters);
    }

    @Test
    void a_request_that_began_before_a_change_leaves_no_old_answer_behind() {
        House house = server.account().house();
        Property before = property(house);
        house.account()
                .done(
                        "PATCH",
                        house.path("/property"),
                        "{\"name\":\"Renamed\"}",
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/merge-patch+json");
        assertThat(answer(before)).isEqualTo(before.name());
        assertThat(answer(property(house))).isEqualTo("Renamed");
    }
}
