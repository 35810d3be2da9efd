package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a calendar program knows of one calendar by DAV:sync-collection alone: entity tags by href. */
public final class SyncingClient {

    /** Asks a server, or now this node and now that one. */
    public interface Door {

        HttpResponse<byte[]> ask(String method, String path, String body, String depth);
    }

    private static final int MAX_LIMIT = 8;
    private static final int MAX_PAGES = 10_000;

    private final Door door;
    private final String calendar;
    private final Random random;
    private final Map<String, String> known = new HashMap<>();
    private final List<String> tokens = new ArrayList<>(List.of(""));
    private final List<Map<String, String>> copies = new ArrayList<>(List.of(Map.of()));

    public SyncingClient(Door door, String calendar, Random random) {
        this.door = door;
        this.calendar = calendar;
        this.random = random;
    }

    /** What the server lists, asked without a token. */
    public static Map<String, String> listing(Door door, String calendar) {
        String body = "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getetag/></D:prop></D:propfind>";
        return new ReportReply(door.ask("PROPFIND", calendar, body, "1")).entityTags();
    }

    public String calendar() {
        return calendar;
    }

    public Map<String, String> known() {
        return Map.copyOf(known);
    }

    /** How many answers it has had. */
    public int answers() {
        return tokens.size() - 1;
    }

    /** One page, from the last token or, as a restored backup would, from an earlier one. */
    public void follow() {
        if (random.nextInt(10) == 0) {
            int back = random.nextInt(tokens.size());
            known.clear();
            known.putAll(copies.get(back));
            remember(tokens.get(back));
        }
        follow(random.nextBoolean() ? null : 1 + random.nextInt(MAX_LIMIT));
    }

    /** All pages that there are. */
    public Map<String, String> upToDate() {
        int pages = 0;
        while (follow(null)) {
            assertThat(++pages).isLessThan(MAX_PAGES);
        }
        return known();
    }

    private boolean follow(@Nullable Integer limit) {
        String body = ReportHouse.syncBody(tokens.getLast(), limit, "<D:getetag/>");
        ReportReply reply = new ReportReply(door.ask("REPORT", calendar, body, "0"));
        if (reply.status() == 507) {
            return follow(null); // too much changed at once for the limit (RFC 6578 §3.7)
        }
        Map<String, Integer> responses = reply.responses();
        boolean more = responses.remove(calendar) != null;
        assertThat(limit == null || responses.size() <= limit).isTrue();
        known.putAll(reply.entityTags());
        responses.forEach((href, status) -> {
            if (status == 404) {
                known.remove(href);
            }
        });
        remember(reply.syncToken());
        return more;
    }

    private void remember(String token) {
        tokens.add(token);
        copies.add(known());
    }
}
