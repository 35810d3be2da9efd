package org.roomnight.mixed;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A run of random steps: changes and questions by every door at every node, outages, clocks that are set, lost news. */
final class MixedDoors {

    private static final int STEPS_TO_AN_OUTAGE = 250;
    private static final int STEPS_TO_LOST_NEWS = 100;
    private static final List<Duration> TICKS = List.of(
            Duration.ofMillis(300),
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1));

    /** As far as a node's clock may be from the truth. */
    private static final Duration MAX_WRONG = Duration.ofHours(6);

    private final Nodes nodes;
    private final Random random;
    private final House house;
    private final Writes writes;
    private final ProgramWrites programWrites;
    private final Questions questions;
    private final FeedPolls feed;
    private final Programs programs;
    private final Duration[] wrong;
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
        for (int step = 0; step < steps; step++) {
            try {
                step();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("step %d, after%n%s".formatted(step, house.lately()), failure);
            }
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
        } else if (what < 88) {
            programs.any(node());
        } else {
            disturb();
        }
    }

    private Node node() {
        return nodes.all().get(random.nextInt(nodes.all().size()));
    }

    /** Whoever was told nothing asks before they write again; questions of others go on meanwhile. */
    private void settle() {
        Node node = node();
        feed.any(node);
        programs.any(node);
        if (node.isAway()) {
            return;
        }
        List<String> shown = questions.whole(node);
        State undone = house.now();
        State done = house.history().newest().getLast();
        if (shown.equals(done.whole())) {
            house.history().settle(true);
        } else if (shown.equals(undone.whole())) {
            house.history().settle(false);
        } else {
            questions.judge(node, "all of it", shown, List.of(undone, done), State::whole);
        }
    }

    private void disturb() {
        int what = random.nextInt(100);
        if (outageLeft == 0 && random.nextInt(STEPS_TO_AN_OUTAGE * 12 / 100) == 0) {
            outage();
        } else if (what < 100 / (STEPS_TO_LOST_NEWS * 12 / 100)) {
            newsLost++;
            house.note("news are lost");
            nodes.loseNews();
        } else if (what < 40) {
            setAClock();
        } else {
            Duration tick = TICKS.get(random.nextInt(TICKS.size()));
            ticks++;
            house.note("tick " + tick);
            nodes.all().forEach(node -> node.clock().tick(tick));
        }
    }

    private void outage() {
        outages++;
        outageLeft = 3 + random.nextInt(8);
        nodes.outage(random);
        house.note("the database is away for %s"
                .formatted(nodes.all().stream().filter(Node::isAway).toList()));
    }

    /** By minutes or, where tokens can be had that are good by it, by hours, back or ahead. */
    private void setAClock() {
        int which = random.nextInt(wrong.length);
        boolean few = nodes.all().get(which).isAway() || random.nextBoolean();
        int minutes = few ? random.nextInt(-10, 11) : random.nextInt(-300, 301);
        Duration step = Duration.ofMinutes(minutes).plusMillis(random.nextInt(-999, 1000));
        if (wrong[which].plus(step).abs().compareTo(MAX_WRONG) > 0) {
            step = step.negated();
        }
        wrong[which] = wrong[which].plus(step);
        clockSteps++;
        house.note("clock of %s set by %s".formatted(nodes.all().get(which), step));
        nodes.all().get(which).clock().set(step);
    }

    String counts() {
        return "%s; %s; %s; outages %d, restarts %d, clocks set %d, ticks %d, news lost %d"
                .formatted(
                        writes.counts(), questions.counts(), feed.counts(), outages, restarts, clockSteps, ticks, newsLost);
    }
}
