package org.roomnight.rest;

import java.util.Arrays;
import java.util.Optional;
import org.roomnight.booking.BookingFilter;
import org.roomnight.booking.BookingFilter.State;

/** Reads which bookings a list shall have. Pages are asked for by cursor, or by number as the platform's clients do. */
final class BookingFilters {

    /** Most bookings before a page that is asked for by its number; beyond, the cursor is cheaper for both. */
    static final int MAX_SKIPPED = 10_000;

    private BookingFilters() {}

    static BookingFilter of(Query query) {
        String search = query.parameters().getOrDefault("search", "").strip();
        if (search.length() > BookingFilter.MAX_SEARCH || search.chars().anyMatch(c -> c < ' ')) {
            throw Refusals.badParameter(
                    "search must have at most %d characters and no controls.".formatted(BookingFilter.MAX_SEARCH));
        }
        return new BookingFilter(query.from(), query.to(), state(query), search.isEmpty() ? null : search);
    }

    /** In capitals too, for words of the kind are often written so. */
    private static State state(Query query) {
        String said = query.parameters().getOrDefault("state", JsonWords.of(State.ALL));
        Optional<State> found = Arrays.stream(State.values())
                .filter(one -> JsonWords.of(one).equalsIgnoreCase(said.replace('_', '-')))
                .findFirst();
        return found.orElseThrow(() -> Refusals.badParameter("state must be one of "
                + String.join(
                        ", ", Arrays.stream(State.values()).map(JsonWords::of).toList()) + "."));
    }

    /** So many bookings, after those that are skipped. */
    record Page(int skip, int size) {}

    static Page page(Query query) {
        int size = query.parameters().containsKey("maxResults")
                ? query.integer("maxResults", 1, Query.MAX_SIZE, Query.MAX_SIZE)
                : query.size();
        if (!query.parameters().containsKey("pageNumber")) {
            return new Page(0, size);
        }
        if (query.cursor() != null) {
            throw Refusals.badParameter("Send cursor or pageNumber, not both.");
        }
        return new Page(query.integer("pageNumber", 0, MAX_SKIPPED / size, 0) * size, size);
    }
}
