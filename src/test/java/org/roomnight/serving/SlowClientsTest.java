package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.kernel.Deadline;

/** Clients that take their time over a head, a body or an answer: how long the server puts up with them. */
final class SlowClientsTest {

    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String PART_OF_A_HEAD = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    private static final int STRETCH_OCTETS =
            (int) TransferRate.BODY_STRETCH.toSeconds() * TransferRate.LEAST_OCTETS_A_SECOND;

    private final SmallServer server = SmallServer.roomy();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_head_that_is_not_whole_after_ten_seconds_is_answered_408_and_the_connection_closed() {
        try (RawHttp raw = server.connect().send(PART_OF_A_HEAD)) {
            server.awaitOctets(PART_OF_A_HEAD.length());
            server.pass(SmallServer.HEAD.minus(MOMENT));
            raw.send("a");
            server.awaitOctets(PART_OF_A_HEAD.length() + 1);
            assertThat(server.cut(CloseReason.SLOW_HEAD)).isZero();

            server.pass(MOMENT);

            Answer answer = raw.read();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"status\":408");
            assertThat(raw.closed()).isTrue();
            SmallServer.await(() -> server.cut(CloseReason.SLOW_HEAD) == 1);
        }
    }

    @Test
    void a_head_that_is_whole_just_in_time_is_answered() {
        try (RawHttp raw = server.connect().send(PART_OF_A_HEAD)) {
            server.awaitOctets(PART_OF_A_HEAD.length());
            server.pass(SmallServer.HEAD.minus(MOMENT));
            assertThat(raw.send("a\r\n\r\n").read().status()).isEqualTo(200);
        }
    }

    @Test
    void the_second_head_of_a_connection_has_ten_seconds_from_its_first_octet() {
        try (RawHttp raw = server.connect().send(GET)) {
            assertThat(raw.read().status()).isEqualTo(200);
            server.pass(Duration.ofSeconds(20));
            raw.send(PART_OF_A_HEAD);
            server.awaitOctets(GET.length() + PART_OF_A_HEAD.length());
            server.pass(Duration.ZERO);
            server.pass(SmallServer.HEAD.minus(MOMENT));
            assertThat(server.cut(CloseReason.SLOW_HEAD)).isZero();

            server.pass(MOMENT);

            assertThat(raw.read().status()).isEqualTo(408);
            assertThat(raw.closed()).isTrue();
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_closed_after_ten_seconds_without_an_answer() {
        try (RawHttp raw = server.connect()) {
            SmallServer.await(() -> server.connections.size() == 1);
            server.pass(SmallServer.HEAD.minus(MOMENT));
            assertThat(server.cut(CloseReason.SILENT)).isZero();

            server.pass(MOMENT);

            assertThat(raw.rest()).isEmpty();
            SmallServer.await(() -> server.cut(CloseReason.SILENT) == 1);
        }
    }

    @Test
    void a_connection_is_kept_thirty_seconds_for_another_request() {
        try (RawHttp raw = server.connect().send(GET)) {
            assertThat(raw.read().status()).isEqualTo(200);
            SmallServer.await(() -> server.connections.idle() == 1);
            server.pass(OpenConnection.IDLE.minus(MOMENT));
            assertThat(server.cut(CloseReason.IDLE)).isZero();

            server.pass(MOMENT);

            assertThat(raw.rest()).isEmpty();
            SmallServer.await(() -> server.cut(CloseReason.IDLE) == 1);
        }
    }

    @Test
    void a_body_may_come_at_one_kibibyte_a_second_for_as_long_as_it_takes_and_costs_no_working_time() {
        int stretches = 20;
        String head = body(stretches * STRETCH_OCTETS);
        try (RawHttp raw = server.connect().send(head)) {
            long octets = head.length();
            server.awaitOctets(octets);
            for (int stretch = 0; stretch < stretches; stretch++) {
                awaitWaiting();
                raw.send("x".repeat(STRETCH_OCTETS));
                octets += STRETCH_OCTETS;
                server.awaitOctets(octets);
                if (stretch < stretches - 1) {
                    awaitWaiting();
                    server.pass(TransferRate.BODY_STRETCH);
                }
            }
            assertThat(raw.read().body()).isEqualTo(Integer.toString(stretches * STRETCH_OCTETS));
            assertThat(server.left.get()).isEqualTo(Deadline.OF_REQUEST);
        }
    }

    @Test
    void a_body_that_comes_slower_by_an_octet_is_answered_408_and_the_connection_closed() {
        String head = body(60_000);
        try (RawHttp raw = server.connect().send(head + "x".repeat(STRETCH_OCTETS - 1))) {
            server.awaitOctets(head.length() + STRETCH_OCTETS - 1);
            awaitWaiting();
            server.pass(TransferRate.BODY_STRETCH.minus(MOMENT));
            assertThat(server.cut(CloseReason.SLOW_BODY)).isZero();

            server.pass(MOMENT);

            assertThat(raw.read().status()).isEqualTo(408);
            assertThat(raw.closed()).isTrue();
            SmallServer.await(() -> server.cut(CloseReason.SLOW_BODY) == 1);
        }
    }

    @Test
    void what_came_fast_does_not_pay_for_a_pause_later() {
        String head = body(60_000);
        try (RawHttp raw = server.connect().send(head + "x".repeat(50_000))) {
            server.awaitOctets(head.length() + 50_000);
            awaitWaiting();
            server.pass(TransferRate.BODY_STRETCH);
            assertThat(server.cut(CloseReason.SLOW_BODY)).isZero();

            server.pass(TransferRate.BODY_STRETCH);

            assertThat(raw.read().status()).isEqualTo(408);
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_cut_off_after_thirty_seconds() {
        try (RawHttp raw = server.connect().send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")) {
            assertThat(raw.octet()).isEqualTo('H');
            awaitStandstill();
            server.pass(TransferRate.ANSWER_STRETCH); // what the system took meanwhile pays for this one
            server.pass(TransferRate.ANSWER_STRETCH.minus(MOMENT));
            assertThat(server.cut(CloseReason.SLOW_READER)).isZero();

            server.pass(MOMENT);

            SmallServer.await(() -> server.cut(CloseReason.SLOW_READER) == 1);
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_reset_by_its_pace_before_jetty_closes_the_connection_softly() {
        Duration longest = TransferRate.ANSWER_STRETCH.multipliedBy(2).plus(ServingSettings.SWEEP_EVERY);
        assertThat(WebServer.STANDSTILL).isGreaterThan(longest.plus(ServingSettings.SWEEP_EVERY));
    }

    /** Its own system still has octets for it to take, so to such a client the connection looks open for long after that. */
    @Test
    void a_reader_of_many_answers_who_takes_an_octet_now_and_then_is_cut_off_as_fast() {
        String many = "GET /big HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20);
        try (RawHttp raw = server.connect().send(many)) {
            assertThat(raw.octet()).isEqualTo('H');
            awaitStandstill();
            server.pass(TransferRate.ANSWER_STRETCH); // what the system took meanwhile pays for this one
            for (char next : "TTP/1.1".toCharArray()) {
                server.pass(TransferRate.ANSWER_STRETCH.dividedBy(7).minus(MOMENT));
                assertThat(raw.octet()).isEqualTo(next);
            }
            assertThat(server.cut(CloseReason.SLOW_READER)).isZero();

            server.pass(MOMENT.multipliedBy(20));

            SmallServer.await(() -> server.cut(CloseReason.SLOW_READER) == 1);
        }
    }

    private static String body(int octets) {
        return "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(octets);
    }

    private void awaitWaiting() {
        SmallServer.await(() -> server.connections.idle() == 0 && server.connections.allWait());
    }

    /** Waits until the system takes no more of the answer. */
    private void awaitStandstill() {
        awaitWaiting();
        long before = -1;
        while (server.taken() != before) {
            before = server.taken();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
