package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.caldav.StrangeNames.Request;
import org.roomnight.caldav.tree.AllowedMethods;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.Report;

/**
 * Two properties never see each other by CalDAV: every method at every kind of path with the other's identifiers answers
 * like one with identifiers that nobody has (rule 6). Methods, kinds of path and reports are those that the
 * server has, so a new one is asked too.
 */
interface DavStrangersContract {

    TestServer server();

    /** Those that take things away come last, so that the others find something. */
    private List<String> methods() {
        return server().bean(DavMethods.class).names().stream()
                .sorted(Comparator.comparing(
                                (String name) -> List.of("MOVE", "DELETE").indexOf(name))
                        .thenComparing(name -> name))
                .toList();
    }

    @Test
    default void every_kind_of_path_and_every_report_is_asked_and_every_method_that_is_named_is_there() {
        StrangeNames names = StrangeNames.unknown();
        Set<Class<?>> kinds = new HashSet<>();
        names.paths(UUID.randomUUID()).forEach(path -> {
            kinds.add(path.getClass());
            assertThat(methods())
                    .containsAll(List.of(AllowedMethods.header(path).split(", ")));
        });
        assertThat(kinds).containsAll(Arrays.asList(DavPath.class.getPermittedSubclasses()));
        assertThat(names.reports().keySet()).containsAll(reports());
        assertThat(methods()).hasSizeGreaterThanOrEqualTo(12).contains("GET", "REPORT", "MOVE");
    }

    @SuppressWarnings("unchecked") // what is permitted below Report is a report
    private static List<Class<? extends Report>> reports() {
        return Arrays.stream(Report.class.getPermittedSubclasses())
                .<Class<? extends Report>>map(one -> (Class<? extends Report>) one)
                .toList();
    }

    @Test
    default void identifiers_of_another_account_are_answered_like_unknown_ones() {
        compareAll(server().account().house(), server().account().house());
    }

    @Test
    default void identifiers_of_another_property_of_the_account_are_answered_like_unknown_ones() {
        House foreign = server().account().house();
        compareAll(foreign, foreign.account().house());
    }

    private void compareAll(House foreign, House own) {
        StrangeNames theirs = furnished(foreign);
        StrangeNames unknown = StrangeNames.unknown();
        DavHouse visitor = new DavHouse(own);
        for (StrangeNames names : List.of(theirs, unknown)) {
            visitor.put(
                    visitor.path("suite", names.entry()),
                    anEntry("uid-" + names.entry()).toString());
        }
        String before = everything(foreign, theirs);
        int pairs = 0;
        for (String method : methods()) {
            pairs += compare(visitor, method, theirs, unknown);
        }
        assertThat(everything(foreign, theirs)).isEqualTo(before);
        System.out.printf("%s: %d requests and their twins%n", getClass().getSimpleName(), pairs);
        assertThat(pairs).isGreaterThan(methods().size() * 18);
    }

    /** The house with a calendar and entries of staff, a booking, and their names. */
    private StrangeNames furnished(House house) {
        StrangeNames shape = StrangeNames.unknown();
        DavHouse door = new DavHouse(house);
        DavClient client = new DavClient(house);
        assertThat(client.mkcalendar(client.calendar(shape.calendar()), "").status())
                .isEqualTo(201);
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        String entry = anEntry("uid-" + shape.entry()).with("SUMMARY:Theirs").toString();
        String etag = "";
        for (String calendar : List.of("cabin", shape.calendar())) {
            etag = header(door.put(door.path(calendar, shape.entry()), entry), "ETag");
        }
        String token = new ReportHouse(server(), house).sync("cabin", "", null).syncToken();
        return new StrangeNames(UUID.fromString(house.hotel()), shape.calendar(), shape.entry(), etag, token);
    }

    private int compare(DavHouse visitor, String method, StrangeNames theirs, StrangeNames unknown) {
        UUID own = UUID.fromString(visitor.house().hotel());
        int pairs = 0;
        List<DavPath> paths = theirs.paths(own);
        for (int at = 0; at < paths.size(); at++) {
            List<Request> asked = theirs.requests(method, paths.get(at), own);
            List<Request> compared = unknown.requests(method, unknown.paths(own).get(at), own);
            for (int i = 0; i < asked.size(); i++) {
                String one = plain(ask(visitor, asked.get(i)), theirs, unknown);
                String other = plain(ask(visitor, compared.get(i)), theirs, unknown);
                assertThat(one).as(asked.get(i).toString()).isEqualTo(other);
                pairs++;
            }
        }
        return pairs;
    }

    private static HttpResponse<byte[]> ask(DavHouse visitor, Request request) {
        HttpResponse<byte[]> answer = visitor.send(
                request.method(),
                request.path().href(),
                request.body(),
                request.headers().toArray(String[]::new));
        assertThat(answer.statusCode()).as(request.toString()).isLessThan(500);
        return answer;
    }

    /** Status, headers and body without the names, and without what depends on when something was written. */
    private static String plain(HttpResponse<byte[]> answer, StrangeNames theirs, StrangeNames unknown) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.toString()));
        headers.remove("date");
        if (answer.statusCode() == 207) {
            headers.remove("content-length"); // revisions have more digits one by one
        }
        String all = answer.statusCode() + "\n" + headers + "\n" + text(answer);
        return unknown.masked(theirs.masked(all))
                .replaceAll("\"[0-9a-f]{32}\"", "(etag)")
                .replaceAll("urn:roomnight:sync:[0-9.]+-[0-9a-f]{16}", "(token)")
                .replaceAll("[0-9a-f-]+</CS:getctag>", "(tag)")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(identifier)");
    }

    private String everything(House house, StrangeNames names) {
        ReportHouse reports = new ReportHouse(server(), house);
        DavHouse door = new DavHouse(house);
        StringBuilder all = new StringBuilder();
        for (String calendar : List.of("bookings", "cabin", "suite", names.calendar())) {
            all.append(reports.sync(calendar, "", null).text());
            all.append(text(door.send("PROPFIND", reports.calendar(calendar), "", "Depth", "1")));
        }
        all.append(text(door.send("PROPFIND", reports.home(), "", "Depth", "1")));
        all.append(text(door.send("PROPFIND", reports.principal(), "", "Depth", "0")));
        for (String list : List.of("/property", "/guest-room/list", "/booking/list", "/block/list")) {
            all.append(text(house.account().send("GET", house.path(list), "")));
        }
        return all.append(text(house.feed())).toString();
    }

    @Test
    default void a_passkey_opens_the_door_under_its_own_identifier_only() {
        House foreign = server().account().house();
        House own = foreign.account().house();
        StrangeNames unknown = StrangeNames.unknown();
        String asked = "";
        for (String username : List.of(foreign.hotel(), unknown.property().toString())) {
            var answer = server().send(server().request("/dav/calendars/" + username + "/")
                    .header("Authorization", TestServer.basic(username, own.passkey())));
            String plain = plain(answer, unknown, unknown).replace(username, "(property)");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(asked).isIn("", plain);
            asked = plain;
        }
    }
}
