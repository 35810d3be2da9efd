package org.roomnight.clients;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes requests of a WebDAV client, which puts any octets anywhere into a tree of collections, such as a calendar home can
 * hold, and the answers such as that client expects. Everything that is not named here stays as it is.
 *
 * <ul>
 *   <li>A body that is no calendar object becomes an event that carries it, and comes back at GET.
 *   <li>The collection {@code litmus/name/} is the calendar {@code litmus-name/} beside {@code litmus/}.
 *   <li>A collection inside that is an entry that stands for it: calendars are not nested.
 * </ul>
 */
final class CalendarTranslator {

    private static final Pattern COLLECTION = Pattern.compile("(/litmus)/([^/]+)/");
    private static final Pattern INSIDE = Pattern.compile("/litmus-[^/]+/.");
    private static final Pattern CARRIED = Pattern.compile("\r\nX-CARRIED:(.*)\r\n");

    private static final String EVENT = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Roomnight//Translator of tests//EN
            BEGIN:VEVENT
            UID:%s
            DTSTAMP:20270110T120000Z
            DTSTART;VALUE=DATE:20270601
            X-CARRIED:%s
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private final Map<String, String> uids = new HashMap<>();
    private int made;

    synchronized HttpMessage request(HttpMessage sent) {
        String target = flat(sent.target());
        String method = sent.method().equals("MKCOL") && isInsideCollection(target) ? "PUT" : sent.method();
        HttpMessage request = sent.withStart(method + " " + target + " HTTP/1.1");
        HttpMessage led = sent.header("Destination")
                .map(to -> request.with("Destination", flat(to)))
                .orElse(request);
        return method.equals("PUT") ? carrying(led) : led;
    }

    /** An address where there is an entry stays what it is, also with a slash at its end. */
    private String flat(String address) {
        return uids.containsKey(entry(address))
                ? address
                : COLLECTION.matcher(address).replaceFirst("$1-$2/");
    }

    private static boolean isInsideCollection(String flat) {
        return INSIDE.matcher(flat).find();
    }

    private HttpMessage carrying(HttpMessage put) {
        String uid = uids.computeIfAbsent(entry(put.target()), _ -> "carried-" + ++made);
        String folded = Base64.getEncoder().encodeToString(put.body()).replaceAll("(.{60})", "$1\r\n ");
        byte[] event = EVENT.formatted(uid, folded).getBytes(US_ASCII);
        return put.with("Content-Type", "text/calendar; charset=utf-8").withBody(event);
    }

    /** {@code request} is what went to the server. */
    synchronized HttpMessage answer(HttpMessage request, HttpMessage answer) {
        boolean done = answer.status() / 100 == 2;
        if (done && request.method().equals("MOVE")) {
            String to = entry(request.header("Destination").orElseThrow().replaceFirst("^http://[^/]+", ""));
            String uid = uids.remove(entry(request.target()));
            uids.compute(to, (_, _) -> uid);
        } else if (done && request.method().equals("DELETE")) {
            uids.remove(entry(request.target()));
        }
        return done && request.method().equals("GET") ? unpacked(answer) : answer;
    }

    private static HttpMessage unpacked(HttpMessage answer) {
        Matcher carried = CARRIED.matcher(new String(answer.body(), US_ASCII).replace("\r\n ", ""));
        return carried.find() ? answer.withBody(Base64.getDecoder().decode(carried.group(1))) : answer;
    }

    /** An entry by its path; a slash at the end is no part of its name. */
    private static String entry(String path) {
        return path.replaceFirst("/$", "");
    }
}
