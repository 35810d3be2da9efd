package org.roomnight.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A run of random steps: changes and questions by every door at every node, outages, clocks that are set, lost news. */
final class MixedDoors {

    /** One step of so many, on average. */
    private static final int STEPS_TO_AN_OUTAGE = 200;

    private static final int STEPS_TO_LOST_NEWS = 200;
    private static final int STEPS_TO_A_RESTART = 1_000;
    private static final int DISTURBING_PERCENT = 12;
    private static final int STEPS_TO_A_WORD = 5_000;

    private static final List<Duration> TICKS = List.of(
            Duration.ofMillis(300),
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1));

    /** As far as a node's clock may be from that of others: a node forgets the tokens that have ended by its own. */
    private static final Duration MAX_WRONG = Duration.ofMinutes(12);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Nodes nodes;
    private final Random random;
    private final House house;
    private final Writes writes;
    private final ProgramWrites programWrites;
    private final Questions questions;
    private final FeedPolls feed;
    private final Programs programs;
    private final Duration[] wrong;
    private Duration allWrong = Duration.ZERO;
    private Duration lastTick = Duration.ZERO;
    private int outageLeft;
    private int outages;
    private int restarts;
    private int clockSteps;
    private int ticks;
    private int newsLost;

    MixedDoors(Nodes nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
        this.house = new House(nodes.all().getFirst());
        this.writes = new Writes(nodes, house, random);
        this.programWrites = new ProgramWrites(writes, house, random);
        this.questions = new Questions(house, random);
        this.feed = new FeedPolls(questions, house, random);
        this.programs = new Programs(questions, house, random);
        this.wrong = nodes.all().stream().map(_ -> Duration.ZERO).toArray(Duration[]::new);
    }

    /** The steps, and then all doors of all nodes once more. */
    void run(int steps) {
        int step = 0;
        try {
            for (; step < steps; step++) {
                step();
                if (step % STEPS_TO_A_WORD == STEPS_TO_A_WORD - 1) {
                    System.out.printf("step %d: %s%n", step, counts());
                }
            }
            end();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("step %d, after%n%s".formatted(step, house.lately()), failure);
        }
    }

    /** With the database back and the promised second over, every node shows the very truth. */
    private void end() {
        nodes.mend();
        tick(Duration.ofSeconds(1));
        nodes.all().forEach(node -> node.renewToken(house.account()));
        while (house.history().isUnknown()) {
            settle();
        }
        tick(Duration.ofSeconds(1));
        for (Node node : nodes.all()) {
            List<String> shown = await().atMost(PATIENCE).until(() -> questions.whole(node), all -> !all.isEmpty());
            questions.judge(node, "all of it", shown, house.history().newest(), State::whole);
            feed.whole(node);
            programs.all(node);
        }
    }

    private void step() {
        nodes.all().forEach(node -> node.renewToken(house.account()));
        if (outageLeft > 0 && --outageLeft == 0) {
            house.note("the database is back");
            nodes.mend();
        }
        int what = random.nextInt(100);
        if (house.history().isUnknown()) {
            settle();
        } else if (what < 20) {
            writes.any(node());
        } else if (what < 35) {
            programWrites.any(node());
        } else if (what < 50) {
            feed.any(node());
        } else if (what < 52) {
            feed.replacedPasskey(node());
        } else if (what < 62) {
            questions.any(node());
        } else if (what < 100 - DISTURBING_PERCENT) {
            programs.any(node());
        } else {
            disturb();
        }
    }

    private Node node() {
        return nodes.all().get(random.nextInt(nodes.all().size()));
    }

    /** Whoever was told nothing asks the same node before they write again, which must know; others go on asking meanwhile. */
    private void settle() {
        Node other = node();
        feed.any(other);
        programs.any(other);
        Node node = house.history().unknownAt();
        if (node.isAway()) {
            return;
        }
        List<String> shown = questions.whole(node);
        List<String> titles = programs.titlesAt(node);
        if (shown.isEmpty() || titles.isEmpty()) {
            tick(TICKS.getFirst()); // a node that has just been told that its database is away asks again after a while
            return;
        }
        State undone = house.now();
        State done = house.history().newest().getLast();
        if (shown.equals(done.whole()) && titles.equals(done.titles())) {
            house.history().settle(true);
        } else if (shown.equals(undone.whole()) && titles.equals(undone.titles())) {
            house.history().settle(false);
        } else {
            questions.judge(node, "all of it", shown, List.of(undone, done), State::whole);
            questions.judge(node, "titles", titles, List.of(undone, done), State::titles);
        }
    }

    private void disturb() {
        if (oneIn(STEPS_TO_AN_OUTAGE)) {
            outage();
        } else if (oneIn(STEPS_TO_A_RESTART)) {
            restart();
        } else if (oneIn(STEPS_TO_LOST_NEWS)) {
            newsLost++;
            house.note("news are lost");
            nodes.loseNews();
        } else if (random.nextInt(3) == 0) {
            setClocks();
        } else {
            tick(TICKS.get(random.nextInt(TICKS.size())));
        }
    }

    /** Of all steps, of which only some disturb. */
    private boolean oneIn(int steps) {
        return random.nextInt(steps * DISTURBING_PERCENT / 100) == 0;
    }

    private void tick(Duration tick) {
        ticks++;
        lastTick = tick;
        house.note("tick " + tick);
        nodes.all().forEach(node -> node.clock().tick(tick));
    }

    private void restart() {
        Node node = node();
        if (!node.isAway()) {
            restarts++;
            house.note("restart of " + node);
            node.restart();
        }
    }

    private void outage() {
        if (outageLeft > 0) {
            return;
        }
        outages++;
        outageLeft = 3 + random.nextInt(8);
        nodes.outage(random);
        house.note("the database is away for %s"
                .formatted(nodes.all().stream().filter(Node::isAway).toList()));
    }

    /** One clock by minutes, or back by what has just passed; or, where tokens can be had, all of them by hours. */
    private void setClocks() {
        clockSteps++;
        int which = random.nextInt(wrong.length);
        if (random.nextInt(3) == 0 && nodes.all().stream().noneMatch(Node::isAway)) {
            Duration step = allWrong.isNegative()
                    ? Duration.ofMinutes(random.nextInt(300))
                    : Duration.ofMinutes(-random.nextInt(300));
            allWrong = allWrong.plus(step);
            house.note("all clocks set by " + step);
            nodes.all().forEach(node -> node.clock().set(step));
            return;
        }
        Duration step = random.nextBoolean()
                ? lastTick.negated()
                : Duration.ofMinutes(random.nextInt(-10, 11)).plusMillis(random.nextInt(-999, 1000));
        if (wrong[which].plus(step).abs().compareTo(MAX_WRONG) > 0) {
            step = step.negated();
        }
        wrong[which] = wrong[which].plus(step);
        house.note("clock of %s set by %s".formatted(nodes.all().get(which), step));
        nodes.all().get(which).clock().set(step);
    }

    /** What a run must have had, so that it is not right only because nothing happened. */
    void assertThatAllHappened(int steps) {
        assertThat(questions.compared()).as(counts()).isGreaterThan(steps / 3);
        assertThat(questions.unavailable()).as(counts()).isLessThan(questions.compared() / 3);
        assertThat(writes.acknowledged()).as(counts()).isGreaterThan(steps / 6);
        assertThat(ticks).isPositive();
        assertThat(clockSteps).isPositive();
    }

    String counts() {
        return "%s; %s; %s; outages %d, restarts %d, clocks set %d, ticks %d, news lost %d"
                .formatted(
                        writes.counts(),
                        questions.counts(),
                        feed.counts(),
                        outages,
                        restarts,
                        clockSteps,
                        ticks,
                        newsLost);
    }
}
