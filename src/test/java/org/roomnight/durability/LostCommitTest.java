package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Rounds;

/**
 * The line to PostgreSQL breaks at a COMMIT (faults Q-03 and P-02): before the server hears of it, or after it has
 * committed. Roomnight cannot tell these apart, must say so with 503, and a retry with the same key makes exactly one
 * booking of both.
 */
class LostCommitTest {

    private static final int ROUNDS = Rounds.of("roomnight.lost-commits", 4, 40);
    private static final int MAX_TRIES = 20;

    @TempDir
    Path folder;

    @Test
    void a_retry_settles_what_a_lost_commit_left_unknown() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(Seed.of("LostCommitTest"));
        int replayed = 0;
        try (OwnPostgres postgres = OwnPostgres.make(folder);
                CommitProxy proxy = CommitProxy.start(postgres.port())) {
            House house = Houses.make(postgres.address(), folder, postgres.store());
            Checker checker = new Checker(postgres.store());
            try (KilledServer server = KilledServer.start(folder, OwnPostgres.settings(proxy.port()));
                    RestDoor door = server.door(house);
                    Truth truth = new Truth(folder, checker, 4)) {
                for (int round = 0; round < 2 * ROUNDS; round++) {
                    CommitProxy.Fault fault =
                            round % 2 == 0 ? CommitProxy.Fault.ANSWER_LOST : CommitProxy.Fault.REQUEST_LOST;
                    Operation sale = sale(house, "lost-" + round, round, random);
                    Journal journal =
                            truth.journals().get(round % truth.journals().size());
                    replayed += losesAndSettles(proxy, fault, journal, door, sale, checker);
                    truth.assertHolds(sale.code());
                }
                assertThat(door.listed()).containsExactlyInAnyOrderElementsOf(truth.expectedList());
                assertThat(truth.acknowledged()).isEqualTo(2L * ROUNDS);
            }
            assertThat(proxy.answersLost()).isEqualTo(ROUNDS);
            assertThat(proxy.requestsLost()).isEqualTo(ROUNDS);
            assertThat(replayed)
                    .as("answers of first attempts that a retry got")
                    .isEqualTo(ROUNDS);
            System.out.printf(
                    "PostgreSQL: %d answers to COMMIT lost and %d COMMITs lost: each 503 with an unknown outcome, each"
                            + " exactly one booking after the retry, %d of them answered from the first attempt%n",
                    proxy.answersLost(), proxy.requestsLost(), replayed);
        }
    }

    /** 1 when the retry was answered from the first attempt. */
    private static int losesAndSettles(
            CommitProxy proxy, CommitProxy.Fault fault, Journal journal, Door door, Operation sale, Checker checker) {
        proxy.arm(fault);
        Answer first = journal.ask(door, sale);
        assertThat(proxy.isArmed()).as("the fault has not happened").isFalse();
        assertThat(first.status()).as(first.text()).isEqualTo(503);
        assertThat(first.kind()).as(first.text()).isEqualTo(Answer.Kind.UNKNOWN);
        assertThat(first.text()).contains("the outcome is unknown: retry with the same key");
        boolean kept = fault == CommitProxy.Fault.ANSWER_LOST;
        assertThat(checker.codes().contains(sale.code()))
                .as("kept by the first attempt")
                .isEqualTo(kept);
        Answer second = retry(journal, door, sale);
        assertThat(second.kind()).as(second.text()).isEqualTo(Answer.Kind.DONE);
        assertThat(second.replayed()).isEqualTo(kept);
        assertThat(checker.codes().stream().filter(sale.code()::equals)).containsExactly(sale.code());
        return kept ? 1 : 0;
    }

    /** Other connections of the pool are whole, but one may be found broken first. */
    private static Answer retry(Journal journal, Door door, Operation sale) {
        Answer answer = journal.ask(door, sale);
        for (int tries = 1; tries < MAX_TRIES && answer.kind() != Answer.Kind.DONE; tries++) {
            answer = journal.ask(door, sale);
        }
        return answer;
    }

    private static Operation sale(House house, String code, int round, SplittableRandom random) {
        Operation any = house.next(code, random);
        return new Operation(
                Operation.Kind.SELL,
                code,
                any.booking(),
                house.wide(),
                House.FIRST_NIGHT.plusDays(round),
                House.FIRST_NIGHT.plusDays(round + 2L));
    }
}
