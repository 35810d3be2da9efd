package org.roomnight.feed;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.PropertyCalendars;
import org.roomnight.calendar.ServedCalendar;
import org.roomnight.feed.FeedDoor.Entry;
import org.roomnight.http.ContentCodings;
import org.roomnight.http.FeedAddress;
import org.roomnight.http.Problems;
import org.roomnight.kernel.Patience;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the booking list of a property as iCalendar, in front of Spring Security and MVC: their chain would halve the
 * rate of polls that find nothing new, and those are nearly all.
 */
@SuppressWarnings("serial") // servlet filters are serializable by inheritance only; nobody serializes this one
final class FeedFilter extends HttpFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFilter.class);

    /** Parameters that other feeds know and this one would silently not obey. */
    private static final Set<String> UNKNOWN_WINDOW = Set.of("from", "to", "startDate", "endDate");

    private final FeedDoor door;
    private final PropertyCalendars calendars;
    private final Problems problems;
    private final InstantSource clock;

    FeedFilter(FeedDoor door, PropertyCalendars calendars, Problems problems, InstantSource clock) {
        this.door = door;
        this.calendars = calendars;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().startsWith(FeedAddress.PREFIX)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Patience.scope().<@Nullable Void, IOException>call(() -> {
                answer(request, response);
                return null;
            });
        } catch (IOException | RuntimeException failure) {
            StorageUnavailableException unavailable =
                    StorageUnavailableException.in(failure).orElse(null);
            if (unavailable == null) {
                throw failure;
            }
            LOG.warn("event=feed-unavailable reason={}", unavailable.getMessage());
            refuse(request, response, Refusal.unavailable());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            refuse(request, response, Refusal.methodNotAllowed());
            return;
        }
        switch (door.enter(request)) {
            case Entry.TurnedAway(Refusal refusal) -> refuse(request, response, refusal);
            case Entry.Admitted(PropertyId property) -> {
                if (request.getQueryString() != null
                        && UNKNOWN_WINDOW.stream().anyMatch(request.getParameterMap()::containsKey)) {
                    refuse(
                            request,
                            response,
                            Refusal.badRequest(
                                    "This calendar always has all bookings: leave out from, to, startDate and"
                                            + " endDate."));
                } else {
                    serve(property, request, response);
                }
            }
        }
    }

    private void serve(PropertyId property, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = ContentCodings.acceptGzip(request.getHeader("Accept-Encoding"));
        Instant now = clock.instant();
        ServedCalendar.Head head = calendars.head(property);
        if (Conditions.notModified(request, head, now)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            FeedHeaders.validators(response, head, gzip, now);
            response.flushBuffer(); // or Jetty says Content-Length: 0, which would be that of the 200 (RFC 9110 §8.6)
            return;
        }
        ServedCalendar calendar = calendars.whole(property);
        FeedHeaders.validators(response, calendar.head(), gzip, now);
        FeedHeaders.content(response, gzip);
        response.setContentLengthLong(gzip ? calendar.gzipLength() : calendar.identityLength());
        if (request.getMethod().equals("GET")) {
            ServedCalendar.Writing body = gzip ? calendar.gzip() : calendar.identity();
            body.to(response.getOutputStream());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        FeedHeaders.security(response);
        problems.write(request, response, refusal.problem(), refusal.headers());
    }
}
