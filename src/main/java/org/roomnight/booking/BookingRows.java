package org.roomnight.booking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.Booking.State;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Columns;
import org.roomnight.storage.KeysetPage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code booking}. */
final class BookingRows {

    private static final String SELECT = """
        SELECT booking, booking_code, first_name, last_name, email, phone, sales_channel_name, special_requests,
               cancelled_ms, currency_code, total_amount, source_version, kept, warnings, cancellation, version,
               created_ms, changed_ms
        FROM booking
        WHERE property = :property
        """;
    private static final String FIND = SELECT + " AND booking = :booking";
    private static final String LIST = SELECT + """
         %s%s
         AND first_arrival < :to AND last_departure > :from
         AND EXISTS (SELECT 1 FROM room_stay s
                     WHERE s.property = booking.property AND s.booking = booking.booking
                       AND s.arrival < :to AND s.departure > :from)
         AND (first_arrival > :afterDay OR (first_arrival = :afterDay AND booking > :afterId))
        ORDER BY first_arrival, booking
        LIMIT :size OFFSET :skip
        """;
    /** Lower case on both sides, and once as it was said, for SQLite knows the case of ASCII only. */
    private static final String SEARCH = """
         AND (LOWER(COALESCE(booking_code, '')) LIKE :search ESCAPE '!'
           OR LOWER(COALESCE(first_name, '') || ' ' || COALESCE(last_name, '')) LIKE :search ESCAPE '!'
           OR COALESCE(first_name, '') || ' ' || COALESCE(last_name, '') LIKE :asSaid ESCAPE '!'
           OR LOWER(COALESCE(email, '')) LIKE :search ESCAPE '!'
           OR COALESCE(phone, '') LIKE :search ESCAPE '!')
        """;

    private static final String SAVE = """
        INSERT INTO booking
            (property, booking, booking_code, first_name, last_name, email, phone, sales_channel_name,
             special_requests, cancelled, cancelled_ms, currency_code, total_amount, first_arrival, last_departure,
             source_version, kept, warnings, cancellation, version, created_ms, changed_ms)
        VALUES (:property, :booking, :code, :firstName, :lastName, :email, :phone, :channel,
             :requests, :cancelled, :cancelledMs, :currency, :amount, :arrival, :departure,
             :sourceVersion, :kept, :warnings, :cancellation, :version, :created, :changed)
        ON CONFLICT (property, booking) DO UPDATE
        SET booking_code = excluded.booking_code, first_name = excluded.first_name,
            last_name = excluded.last_name, email = excluded.email, phone = excluded.phone,
            sales_channel_name = excluded.sales_channel_name, special_requests = excluded.special_requests,
            cancelled = excluded.cancelled, cancelled_ms = excluded.cancelled_ms,
            currency_code = excluded.currency_code, total_amount = excluded.total_amount,
            first_arrival = excluded.first_arrival, last_departure = excluded.last_departure,
            source_version = excluded.source_version, kept = excluded.kept, warnings = excluded.warnings,
            cancellation = excluded.cancellation, version = excluded.version,
            created_ms = excluded.created_ms, changed_ms = excluded.changed_ms
        """;

    private final JdbcClient jdbc;
    private final RoomStayRows stays;

    BookingRows(JdbcClient jdbc, RoomStayRows stays) {
        this.jdbc = jdbc;
        this.stays = stays;
    }

    Optional<Booking> find(PropertyId property, BookingId id) {
        return withStays(
                        property,
                        jdbc.sql(FIND)
                                .param("property", property.value())
                                .param("booking", id.value())
                                .query((row, _) -> booking(property, row))
                                .list())
                .stream()
                .findFirst();
    }

    List<Booking> list(PropertyId property, BookingFilter filter, KeysetPage page, int skip) {
        String search = filter.search();
        String sql = LIST.formatted(filter.state().condition(), search == null ? "" : SEARCH);
        String pattern = search == null ? "" : "%" + search.replaceAll("[!%_]", "!$0") + "%";
        return withStays(
                property,
                page.of(jdbc.sql(sql))
                        .param("property", property.value())
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param("search", pattern.toLowerCase(Locale.ROOT))
                        .param("asSaid", pattern)
                        .param("skip", skip)
                        .query((row, _) -> booking(property, row))
                        .list());
    }

    private List<Booking> withStays(PropertyId property, List<Booking> bookings) {
        Map<BookingId, List<RoomStay>> found =
                stays.find(property, bookings.stream().map(Booking::id).toList());
        return bookings.stream()
                .map(one -> new Booking(
                        one.id(),
                        property,
                        one.details(),
                        found.getOrDefault(one.id(), List.of()),
                        one.state(),
                        one.kept(),
                        one.version()))
                .toList();
    }

    void save(Booking booking) {
        Details details = booking.details();
        State state = booking.state();
        jdbc.sql(SAVE)
                .param("property", booking.property().value())
                .param("booking", booking.id().value())
                .param("code", details.bookingCode())
                .param("firstName", details.guest().firstName())
                .param("lastName", details.guest().lastName())
                .param("email", details.guest().email())
                .param("phone", details.guest().phone())
                .param("channel", details.salesChannelName())
                .param("requests", details.specialRequests())
                .param("cancelled", state.cancelled())
                .param(
                        "cancelledMs",
                        state.cancelledAt() == null ? null : state.cancelledAt().toEpochMilli())
                .param("currency", details.price().currencyCode())
                .param("amount", details.price().totalAmount())
                .param("arrival", Bookings.position(booking).day())
                .param("departure", lastDeparture(booking))
                .param("sourceVersion", state.sourceVersion())
                .param("kept", booking.kept().members())
                .param("warnings", booking.kept().warnings())
                .param("cancellation", booking.kept().cancellation())
                .param("version", booking.version().value())
                .param("created", state.createdAt().toEpochMilli())
                .param("changed", state.changedAt().toEpochMilli())
                .update();
    }

    private static LocalDate lastDeparture(Booking booking) {
        return booking.roomStays().stream()
                .map(stay -> stay.dates().departure())
                .max(LocalDate::compareTo)
                .orElse(StayDates.EARLIEST);
    }

    private static Booking booking(PropertyId property, ResultSet row) throws SQLException {
        return new Booking(
                Columns.id(row, "booking", BookingId::new),
                property,
                details(row),
                List.of(),
                new State(
                        Columns.momentOrNull(row, "cancelled_ms"),
                        Columns.numberOrNull(row, "source_version"),
                        Columns.moment(row, "created_ms"),
                        Columns.moment(row, "changed_ms")),
                new Kept(row.getString("kept"), row.getString("warnings"), row.getString("cancellation")),
                new Version(row.getLong("version")));
    }

    private static Details details(ResultSet row) throws SQLException {
        String amount = row.getString("total_amount");
        return new Details(
                row.getString("booking_code"),
                new Guest(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("phone")),
                row.getString("sales_channel_name"),
                row.getString("special_requests"),
                new Price(row.getString("currency_code"), amount == null ? null : new BigDecimal(amount)));
    }
}
