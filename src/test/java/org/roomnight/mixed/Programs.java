package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.roomnight.TestServer;
import org.roomnight.mixed.House.Entry;

/** Calendar programs, which ask both nodes and synchronize from tokens and tags of either, also from earlier ones. */
final class Programs {

    private static final int COPIES = 6;
    private static final List<String> CALENDARS = List.of(State.BOOKINGS, House.CABIN, House.SUITE);
    private static final String NAMESPACES =
            "xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:S=\"http://calendarserver.org/ns/\"";
    private static final String DATA = "<D:prop><D:getetag/><C:calendar-data/></D:prop>";
    private static final String TITLES =
            "<D:propfind %s><D:prop><D:displayname/><note xmlns=\"urn:example:program\"/></D:prop></D:propfind>"
                    .formatted(NAMESPACES);
    private static final String TAGS =
            "<D:propfind %s><D:prop><S:getctag/><D:sync-token/></D:prop></D:propfind>".formatted(NAMESPACES);
    private static final String QUERY =
            "<C:calendar-query %s>%s<C:filter><C:comp-filter name=\"VCALENDAR\"/></C:filter></C:calendar-query>"
                    .formatted(NAMESPACES, DATA);

    private final Questions questions;
    private final House house;
    private final Random random;
    private final List<Copy> copies = new ArrayList<>();

    /** A calendar as a program has it: its tags, and the line of each entry by href. */
    private record Copy(String calendar, String ctag, String token, Map<String, String> entries) {}

    Programs(Questions questions, House house, Random random) {
        this.questions = questions;
        this.house = house;
        this.random = random;
    }

    void any(Node node) {
        switch (random.nextInt(6)) {
            case 0 -> query(node, calendar());
            case 1, 2 -> synchronize(node, copy());
            case 3 -> tags(node, copy());
            case 4 -> entries(node, copy());
            default -> titles(node);
        }
    }

    /** Every calendar, and every copy brought up to date. */
    void all(Node node) {
        CALENDARS.forEach(calendar -> query(node, calendar));
        List.copyOf(copies).forEach(copy -> synchronize(node, copy));
        titles(node);
    }

    private String calendar() {
        return CALENDARS.get(random.nextInt(CALENDARS.size()));
    }

    /** An earlier one, or none yet. */
    private Copy copy() {
        return copies.isEmpty() || random.nextInt(8) == 0
                ? new Copy(calendar(), "", "", Map.of())
                : copies.get(random.nextInt(copies.size()));
    }

    private void keep(Copy copy) {
        copies.add(copy);
        if (copies.size() > COPIES) {
            copies.removeFirst();
        }
    }

    private HttpResponse<byte[]> xml(Node node, String method, String path, String depth, String body) {
        return house.program(
                node, method, path, body, "Depth", depth, "Content-Type", "application/xml; charset=utf-8");
    }

    private void judge(Node node, String what, String calendar, Map<String, String> entries) {
        List<String> shown = entries.values().stream().sorted().toList();
        questions.judge(node, what, shown, house.history().shownBy(node), state -> state.calendar(calendar));
    }

    private void query(Node node, String calendar) {
        HttpResponse<byte[]> answer = xml(node, "REPORT", house.calendar(calendar), "1", QUERY);
        if (!questions.isUnavailable(node, "query of " + calendar, answer, 207)) {
            judge(node, "query of " + calendar, calendar, read(calendar, Multistatus.of(answer.body())));
        }
    }

    /** The lines by href; on the way programs learn where entries are. */
    private Map<String, String> read(String calendar, Multistatus answer) {
        Map<String, String> lines = new HashMap<>();
        answer.found().forEach((href, properties) -> {
            String data = properties.getOrDefault("calendar-data", "");
            String line = Events.lines(data).getFirst();
            lines.put(href, line);
            house.entries()
                    .putIfAbsent(calendar + " " + Events.identity(line), new Entry(href, Events.value(data, "UID")));
        });
        return lines;
    }

    /** What was there and what has changed since are what is there now. */
    private void synchronize(Node node, Copy before) {
        String calendar = before.calendar();
        String body =
                "<D:sync-collection %s><D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>%s</D:sync-collection>"
                        .formatted(NAMESPACES, before.token(), DATA);
        HttpResponse<byte[]> answer = xml(node, "REPORT", house.calendar(calendar), "0", body);
        if (questions.isUnavailable(node, "sync of " + calendar, answer, 207)) {
            return;
        }
        Multistatus changes = Multistatus.of(answer.body());
        Map<String, String> now = new HashMap<>(before.entries());
        now.putAll(read(calendar, changes));
        changes.gone().forEach(now::remove);
        judge(node, "sync of %s from %s".formatted(calendar, before.token()), calendar, now);
        keep(new Copy(calendar, "", changes.syncToken(), now));
    }

    /** A program whose tag or token is still that of the calendar asks no further: its copy must be true. */
    private void tags(Node node, Copy held) {
        String calendar = held.calendar();
        HttpResponse<byte[]> answer = xml(node, "PROPFIND", house.calendar(calendar), "0", TAGS);
        if (questions.isUnavailable(node, "tags of " + calendar, answer, 207)) {
            return;
        }
        Map<String, String> tags =
                Multistatus.of(answer.body()).found().values().iterator().next();
        String ctag = tags.getOrDefault("getctag", "");
        if (ctag.isEmpty()) {
            throw new AssertionError("no tag");
        }
        String token = tags.getOrDefault("sync-token", "");
        if (ctag.equals(held.ctag()) || token.equals(held.token())) {
            judge(node, "tags of " + calendar, calendar, held.entries());
            return;
        }
        HttpResponse<byte[]> all = xml(node, "REPORT", house.calendar(calendar), "1", QUERY);
        if (!questions.isUnavailable(node, "query after tags of " + calendar, all, 207)) {
            Map<String, String> entries = read(calendar, Multistatus.of(all.body()));
            judge(node, "query after tags of " + calendar, calendar, entries);
            keep(new Copy(calendar, ctag, token, entries));
        }
    }

    /** Some entries by their addresses, at once or one alone. What is there is true, and what is gone is gone. */
    private void entries(Node node, Copy held) {
        List<String> hrefs = held.entries().keySet().stream().sorted().toList();
        if (hrefs.isEmpty()) {
            return;
        }
        String one = hrefs.get(random.nextInt(hrefs.size()));
        if (random.nextBoolean()) {
            HttpResponse<byte[]> answer = house.program(node, "GET", one, "");
            if (answer.statusCode() == 404) {
                present(node, held, List.of(one), Map.of());
            } else if (!questions.isUnavailable(node, one, answer, 200)) {
                String line = Events.lines(TestServer.text(answer)).getFirst();
                present(node, held, List.of(one), Map.of(one, line));
            }
            return;
        }
        StringBuilder body = new StringBuilder("<C:calendar-multiget %s>%s".formatted(NAMESPACES, DATA));
        hrefs.forEach(href -> body.append("<D:href>").append(href).append("</D:href>"));
        body.append("</C:calendar-multiget>");
        HttpResponse<byte[]> answer = xml(node, "REPORT", house.calendar(held.calendar()), "0", body.toString());
        if (!questions.isUnavailable(node, "multiget in " + held.calendar(), answer, 207)) {
            present(node, held, hrefs, read(held.calendar(), Multistatus.of(answer.body())));
        }
    }

    /** Of entries that were moved it is only said that what is shown is true. */
    private void present(Node node, Copy held, List<String> hrefs, Map<String, String> found) {
        List<String> identities = hrefs.stream()
                .map(href ->
                        Events.identity(Objects.requireNonNull(held.entries().get(href))))
                .filter(identity -> !house.hasMoved(identity))
                .toList();
        List<String> shown = found.values().stream()
                .filter(line -> identities.contains(Events.identity(line)))
                .sorted()
                .toList();
        questions.judge(
                node,
                "%d entries of %s".formatted(hrefs.size(), held.calendar()),
                shown,
                house.history().shownBy(node),
                state -> state.calendar(held.calendar()).stream()
                        .filter(line -> identities.contains(Events.identity(line)))
                        .toList());
    }

    private void titles(Node node) {
        HttpResponse<byte[]> answer = xml(node, "PROPFIND", house.calendars(), "1", TITLES);
        if (!questions.isUnavailable(node, "titles", answer, 207)) {
            questions.judge(node, "titles", titles(answer), house.history().shownBy(node), State::titles);
        }
    }

    /** Title and note of each calendar, or nothing while the node cannot say. */
    List<String> titlesAt(Node node) {
        HttpResponse<byte[]> answer = xml(node, "PROPFIND", house.calendars(), "1", TITLES);
        return questions.isUnavailable(node, "titles", answer, 207) ? List.of() : titles(answer);
    }

    private List<String> titles(HttpResponse<byte[]> answer) {
        Map<String, Map<String, String>> found = Multistatus.of(answer.body()).found();
        return List.of(House.CABIN, House.SUITE).stream()
                .map(slug -> "%s %s %s"
                        .formatted(
                                slug,
                                found.getOrDefault(house.calendar(slug), Map.of())
                                        .get("displayname"),
                                found.getOrDefault(house.calendar(slug), Map.of())
                                        .getOrDefault("note", "")))
                .toList();
    }
}
