package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import org.roomnight.mixed.House.Passkey;

/** Subscribers of the feed, who ask both nodes and hold copies with the tags of either; and passkeys that were replaced. */
final class FeedPolls {

    private static final int COPIES = 4;
    private static final Copy NONE = new Copy("", List.of());

    private final Questions questions;
    private final House house;
    private final Random random;
    private final List<Copy> copies = new ArrayList<>();

    /** Hashes: the same tag stands for the same octets, on every node and for ever. */
    private final Map<String, Integer> octetsByTag = new HashMap<>();

    private int lastGood;
    private int unchanged;
    private int refused;

    private record Copy(String tag, List<String> lines) {}

    FeedPolls(Questions questions, House house, Random random) {
        this.questions = questions;
        this.house = house;
        this.random = random;
    }

    String counts() {
        return "feed unchanged (304) %d, last good with age %d, replaced passkeys refused %d"
                .formatted(unchanged, lastGood, refused);
    }

    /** Sometimes on condition of the tag that this or another node gave last, or an older one. */
    void any(Node node) {
        poll(node, copies.isEmpty() || random.nextInt(3) == 0 ? NONE : copies.get(random.nextInt(copies.size())));
    }

    void whole(Node node) {
        poll(node, NONE);
    }

    private void poll(Node node, Copy held) {
        HttpResponse<byte[]> answer = held.tag().isEmpty()
                ? house.program(node, "GET", house.feedPath(), "")
                : house.program(node, "GET", house.feedPath(), "", "If-None-Match", held.tag());
        boolean same = answer.statusCode() == 304;
        String what = held.tag().isEmpty() ? "feed" : "feed unless " + held.tag();
        if (questions.isUnavailable(node, what, answer, same ? 304 : 200)) {
            return;
        }
        List<String> shown = same ? held.lines() : lines(TestServer.text(answer));
        questions.judge(node, what, shown, allowed(node, answer), State::feed);
        if (same) {
            unchanged++;
        } else {
            keep(TestServer.header(answer, "ETag"), TestServer.text(answer), shown);
        }
    }

    private static List<String> lines(String calendar) {
        return Stream.concat(
                        Events.lines(calendar).stream(), Stream.of("name " + Events.value(calendar, "X-WR-CALNAME")))
                .sorted()
                .toList();
    }

    /** With an age the answer is the last good one, which only a node without its database gives. */
    private List<State> allowed(Node node, HttpResponse<byte[]> answer) {
        String age = TestServer.header(answer, "Age");
        if (age.isEmpty()) { // also where it is none at all, for the clock stands still
            return node.isCutOff()
                    ? house.history().shownWithAge(node, 0)
                    : house.history().shownBy(node);
        }
        if (!node.mayBeCutOff()) {
            throw new AssertionError("an age, although the database was there");
        }
        lastGood++;
        return house.history().shownWithAge(node, Long.parseLong(age));
    }

    private void keep(String tag, String octets, List<String> shown) {
        Integer before = octetsByTag.putIfAbsent(tag, octets.hashCode());
        if (before != null && before != octets.hashCode()) {
            throw new AssertionError("two calendars under the tag " + tag);
        }
        copies.add(new Copy(tag, shown));
        if (copies.size() > COPIES) {
            copies.removeFirst();
        }
    }

    /** A passkey that was replaced lets nobody in: at once at the node that did it, within the promise at the other. */
    void replacedPasskey(Node node) {
        for (List<Passkey> pair : house.replaced()) {
            Passkey next = pair.getLast();
            boolean mustKnow = next.node().equals(node) || next.sinceNanos() <= node.nanos() - History.PROMISE_NANOS;
            int status = house.program(pair.getFirst(), node, "GET", house.feedPath(), "")
                    .statusCode();
            house.note("feed with a passkey that was replaced at %s: %d".formatted(node, status));
            boolean refusal = status == 401 || status == 429;
            refused += refusal ? 1 : 0;
            if (!refusal && !node.mayBeCutOff() && (mustKnow || status != 200)) {
                throw new AssertionError("a passkey that was replaced was answered %d at %s".formatted(status, node));
            }
        }
    }
}
