package org.roomnight.caldav;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.AnswerBody;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.method.Options;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.ErrorBody;
import org.roomnight.http.RetryAfter;
import org.roomnight.http.SecurityHeaders;
import org.roomnight.http.UnreadBody;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.AdmissionEndedException;
import org.roomnight.kernel.Patience;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything below {@code /dav/}, {@code /.well-known/caldav}, and the WebDAV methods on {@code /}. */
@SuppressWarnings("serial") // servlet filters are serializable by inheritance only; nobody serializes this one
final class CalDavFilter extends HttpFilter {

    static final String WELL_KNOWN = "/.well-known/caldav";

    private static final Logger LOG = LoggerFactory.getLogger(CalDavFilter.class);

    private static final int MULTI_STATUS = 207;

    /** What calendar programs that look for us ask at {@code /}; all else there is the page's. */
    private static final Set<String> AT_THE_SITE =
            Set.of("OPTIONS", "PROPFIND", "PROPPATCH", "REPORT", "MKCALENDAR", "MKCOL");

    private final CalDavDoor door;
    private final Addresses addresses;
    private final DavRequests requests;
    private final DavMethods methods;

    CalDavFilter(CalDavDoor door, Addresses addresses, DavRequests requests, DavMethods methods) {
        this.door = door;
        this.addresses = addresses;
        this.requests = requests;
        this.methods = methods;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.equals(WELL_KNOWN) || path.equals(WELL_KNOWN + "/")) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY); // whatever the method (RFC 6764 §5)
            response.setHeader("Location", addresses.href(new DavPath.Root()));
            response.setHeader("Cache-Control", "max-age=86400");
            UnreadBody.passOver(request);
            return;
        }
        boolean ours = path.startsWith(DavPath.PREFIX)
                || path.equals("/dav")
                || (path.equals("/") && AT_THE_SITE.contains(request.getMethod()));
        if (ours) {
            DavAnswer answer = Patience.scope().call(() -> answer(request, path));
            UnreadBody.passOver(
                    request); // whatever was answered before it was read: a refusal, a database that is away
            try (AnswerBody body = answer.body()) {
                send(answer, body, request, response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private DavAnswer answer(HttpServletRequest request, String path) throws IOException {
        try {
            CalDavDoor.Visit visit = door.enter(request);
            return visit.admission().scope().call(() -> answer(request, path, visit));
        } catch (Refused refused) {
            return refusal(refused.refusal(), refused.headers());
        } catch (AdmissionEndedException _) {
            Refused refused = CalDavDoor.credentialsNeeded();
            return refusal(refused.refusal(), refused.headers());
        } catch (RuntimeException failure) {
            return unavailable(StorageUnavailableException.in(failure).orElseThrow(() -> failure));
        }
    }

    private DavAnswer answer(HttpServletRequest request, String path, CalDavDoor.Visit visit) throws IOException {
        DavPath asked = Addresses.asked(path);
        DavCall call = requests.read(request, asked, visit.property());
        Admission.check(); // reading the body may have taken long
        return inItsPlace(methods.answer(call), asked, path);
    }

    private DavAnswer unavailable(StorageUnavailableException unavailable) {
        LOG.warn(
                "event=caldav-unavailable outcomeUnknown={} reason={}",
                unavailable.outcomeUnknown(),
                unavailable.getMessage());
        String sentence = unavailable.outcomeUnknown()
                ? "The outcome is unknown: the change may be stored or not. Fetch the entry again, or repeat the"
                        + " change with the same If-Match or If-None-Match; 412 then says that it was stored."
                : "The calendars cannot be reached at the moment. Keep what you have and come back later.";
        return refusal(new DavRefusal(503, null, sentence), RetryAfter.NEXT_POLL.header());
    }

    /** A collection that was asked for without its slash is answered for, and told its address (RFC 4918 §5.2). */
    private DavAnswer inItsPlace(DavAnswer answer, DavPath asked, String path) {
        boolean elsewhere = switch (asked) {
            case DavPath.Member _, DavPath.Nowhere _, DavPath.Site _ -> false;
            case DavPath.Root _, DavPath.Principals _, DavPath.Principal _ -> !path.endsWith("/");
            case DavPath.Homes _, DavPath.Home _, DavPath.Calendar _ -> !path.endsWith("/");
        };
        boolean tells = answer.status() == HttpServletResponse.SC_OK || answer.status() == MULTI_STATUS;
        return elsewhere && tells ? answer.with("Content-Location", addresses.href(asked)) : answer;
    }

    private DavAnswer refusal(DavRefusal refusal, Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ErrorBody.write(body, addresses.refusal(refusal));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", DavAnswer.XML);
        return new DavAnswer(refusal.status(), all, body.toByteArray());
    }

    private static void send(
            DavAnswer answer, AnswerBody body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("DAV", Options.DAV);
        answer.headers().forEach(response::setHeader);
        SecurityHeaders.noSniffing(response);
        if (!answer.headers().containsKey("Cache-Control")) {
            response.setHeader("Cache-Control", "private, no-cache");
        }
        if (answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            response.flushBuffer(); // or Jetty says Content-Length: 0, which would be that of the 200 (RFC 9110 §8.6)
            return;
        }
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLengthLong(body.length());
        }
        if (!request.getMethod().equals("HEAD")) {
            body.sendTo(response.getOutputStream());
        }
    }
}
