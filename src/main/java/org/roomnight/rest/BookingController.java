package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFilter;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ListPosition;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and cancels bookings. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/booking", produces = MediaType.APPLICATION_JSON_VALUE)
final class BookingController {

    private final Bookings bookings;
    private final RoomTypes roomTypes;
    private final BookingMapper mapper;
    private final Cursors cursors;
    private final ListLimiter limiter;

    BookingController(
            Bookings bookings, RoomTypes roomTypes, BookingMapper mapper, Cursors cursors, ListLimiter limiter) {
        this.bookings = bookings;
        this.roomTypes = roomTypes;
        this.mapper = mapper;
        this.cursors = cursors;
        this.limiter = limiter;
    }

    @GetMapping("/{booking}")
    @NeedsScope(Scope.BOOKING_READ)
    ResponseEntity<BookingDto> find(Property property, @PathVariable String booking, HttpServletRequest request) {
        Booking found = stored(property, booking);
        return Answers.read(request, found.version(), () -> mapper.show(found, lookup(property)));
    }

    /** Bookings with a night from startDate until before endDate, cancelled ones too unless a state is said, by arrival. */
    @GetMapping("/list")
    @NeedsScope(Scope.BOOKING_READ)
    @QueryParameters({"startDate", "endDate", "state", "search", "cursor", "size", "pageNumber", "maxResults"})
    PageDto<BookingDto> list(Property property, Query query) {
        BookingFilter filter = BookingFilters.of(query);
        BookingFilters.Page page = BookingFilters.page(query);
        String list = "booking %s %s".formatted(property.id(), query.filters());
        @Nullable
        ListPosition after =
                cursors.read(list, query.cursor()).map(ListPosition::parse).orElse(null);
        return limiter.read(property, () -> {
            List<Booking> found = bookings.list(property.id(), filter, after, page.skip(), page.size() + 1);
            return PageDto.of(
                    found,
                    page.size(),
                    mapper.showAll(property.id(), found, lookup(property)),
                    last -> cursors.make(list, Bookings.position(last).text()));
        });
    }

    /**
     * Needs no more than booking.write, because a recording can cancel too: another scope would protect nothing. A client of
     * the platform sends no If-Match; who does is held to it.
     */
    @PatchMapping("/{booking}/cancel")
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<BookingDto> cancel(Property property, @PathVariable String booking, HttpServletRequest request) {
        Booking found = stored(property, booking);
        String said = CancellationReader.said(ApiRequestInterceptor.body(request));
        ExpectedVersion expected = Preconditions.of(request).expected(() -> Optional.of(found.version()));
        return switch (bookings.cancel(property.id(), found.id(), anyUnless(expected), said)) {
            case Cancellation.Cancelled(Booking now) ->
                Answers.changed(now.version(), mapper.show(now, lookup(property)));
            case Cancellation.Unknown _ -> throw Refusals.notFound();
            case Cancellation.Stale _ -> throw new Refusal(Refusals.VERSION_STALE);
        };
    }

    private static ExpectedVersion anyUnless(ExpectedVersion said) {
        return said instanceof ExpectedVersion.Unsaid ? new ExpectedVersion.Any() : said;
    }

    private Booking stored(Property property, String booking) {
        return bookings.find(property.id(), new BookingId(Paths.identifier(booking)))
                .orElseThrow(Refusals::notFound);
    }

    private RoomTypeLookup lookup(Property property) {
        return new RoomTypeLookup(roomTypes, property.id());
    }
}
