package org.roomnight.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roomnight.TestServer.House;

/** What litmus 0.13, a test suite for WebDAV servers, finds in the calendar home of a house. */
final class LitmusRun {

    /** Without {@code locks}: this server has no LOCK (RFC 4918 class 2). */
    private static final String SUITES = "basic copymove props http";

    /** Its own default leads to no folder in the package of Debian. */
    private static final String DOCUMENTS = "/usr/share/litmus/htdocs";

    private static final Pattern SUITE = Pattern.compile("-> running `(\\w+)':\n(.*?)<- summary", Pattern.DOTALL);

    /** A test and all that is said of it, which may be several lines; the dots alone come first, for people who wait. */
    private static final Pattern TEST =
            Pattern.compile("(\\d+)\\. (\\w+)\\.+ (?!\r)(.*?)(?=\n->|[\r\n] *\\d+\\. \\w+\\.\\.|\\z)", Pattern.DOTALL);

    private static final Pattern VERDICT = Pattern.compile("(?:^|\\.{5,} )(pass|FAIL|SKIPPED)\\b(.*)", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("\\b([1-5]\\d\\d) [A-Z]");

    private LitmusRun() {}

    /** The outcome of every test, as a line {@code suite | result | number name}; of a warning one more. */
    static TreeSet<String> against(House house, int port, Path folder) {
        return outcomes(Programs.run(
                folder,
                "/usr/bin/env",
                "TESTS=" + SUITES,
                "HTDOCS=" + DOCUMENTS,
                "litmus",
                "-k",
                "http://127.0.0.1:%d/dav/calendars/%s/".formatted(port, house.hotel()),
                house.hotel(),
                house.passkey()));
    }

    private static TreeSet<String> outcomes(String printed) {
        TreeSet<String> found = new TreeSet<>();
        SUITE.matcher(printed)
                .results()
                .forEach(suite -> TEST.matcher(suite.group(2))
                        .results()
                        .forEach(test -> results(test.group(3))
                                .forEach(result -> found.add("%s | %s | %s %s"
                                        .formatted(suite.group(1), result, test.group(1), test.group(2))))));
        return found;
    }

    private static List<String> results(String said) {
        Matcher verdict = VERDICT.matcher(said);
        if (!verdict.find()) {
            throw new IllegalStateException("litmus says: " + said);
        }
        String result = switch (verdict.group(1)) {
            case "FAIL" -> "fail" + status(verdict.group(2));
            case "SKIPPED" -> "skipped";
            default -> "pass";
        };
        return said.startsWith("WARNING") ? List.of("warning", result) : List.of(result);
    }

    /** The status that the server answered, where litmus tells it. */
    private static String status(String reason) {
        return STATUS.matcher(reason)
                .results()
                .map(status -> " " + status.group(1))
                .reduce("", (_, last) -> last);
    }
}
