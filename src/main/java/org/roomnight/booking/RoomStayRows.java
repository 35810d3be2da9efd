package org.roomnight.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code room_stay}: one row a unit; rows of one position are one stay with a quantity. */
final class RoomStayRows {

    private static final String FIND = """
            SELECT booking, claim, position, room_type, room_name, arrival, departure, adults, children
            FROM room_stay
            WHERE property = :property AND booking IN (:bookings)
            ORDER BY booking, position, claim
            """;
    private static final String INSERT = """
            INSERT INTO room_stay
                (property, booking, claim, position, room_type, room_name, arrival, departure, adults, children)
            VALUES :rows
            """;
    private static final String DELETE = "DELETE FROM room_stay WHERE property = :property AND booking = :booking";

    private final JdbcClient jdbc;

    RoomStayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<BookingId, List<RoomStay>> find(PropertyId property, List<BookingId> bookings) {
        Map<BookingId, TreeMap<Integer, RoomStay>> found = new HashMap<>();
        if (!bookings.isEmpty()) {
            jdbc.sql(FIND)
                    .param("property", property.value())
                    .param("bookings", bookings.stream().map(BookingId::value).toList())
                    .query(row -> {
                        BookingId booking = new BookingId(UUID.fromString(row.getString("booking")));
                        found.computeIfAbsent(booking, _ -> new TreeMap<>())
                                .merge(row.getInt("position"), stay(row), RoomStayRows::together);
                    });
        }
        Map<BookingId, List<RoomStay>> stays = new HashMap<>();
        found.forEach((booking, byPosition) -> stays.put(booking, List.copyOf(byPosition.values())));
        return stays;
    }

    void insert(Booking booking) {
        List<Object[]> rows = new ArrayList<>();
        List<RoomStay> stays = booking.roomStays();
        for (int position = 0; position < stays.size(); position++) {
            for (ClaimId claim : stays.get(position).claims()) {
                rows.add(row(booking, claim, position, stays.get(position)));
            }
        }
        jdbc.sql(INSERT).param("rows", rows).update();
    }

    void replace(Booking booking) {
        jdbc.sql(DELETE)
                .param("property", booking.property().value())
                .param("booking", booking.id().value())
                .update();
        insert(booking);
    }

    private static Object[] row(Booking booking, ClaimId claim, int position, RoomStay stay) {
        return new Object[] {
            booking.property().value(),
            booking.id().value(),
            claim.value(),
            position,
            stay.roomType().value(),
            stay.roomName(),
            stay.dates().arrival(),
            stay.dates().departure(),
            stay.party().adults(),
            stay.party().children()
        };
    }

    private static RoomStay together(RoomStay one, RoomStay other) {
        List<ClaimId> claims = new ArrayList<>(one.claims());
        claims.addAll(other.claims());
        return new RoomStay(one.roomType(), one.roomName(), one.dates(), one.party(), claims);
    }

    private static RoomStay stay(ResultSet row) throws SQLException {
        return new RoomStay(
                new RoomTypeId(UUID.fromString(row.getString("room_type"))),
                row.getString("room_name"),
                new StayDates(LocalDate.parse(row.getString("arrival")), LocalDate.parse(row.getString("departure"))),
                new Party(row.getInt("adults"), row.getInt("children")),
                List.of(new ClaimId(UUID.fromString(row.getString("claim")))));
    }
}
