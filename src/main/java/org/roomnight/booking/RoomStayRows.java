package org.roomnight.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code room_stay}: one row a unit; rows of one position are one stay with a quantity. */
final class RoomStayRows {

    private static final String FIND = """
        SELECT booking, claim, position, room_type, room_said, room_name, room_rate, arrival, departure, adults, children, kept
        FROM room_stay
        WHERE property = :property AND booking IN (:bookings)
        ORDER BY booking, position, claim
        """;
    private static final String INSERT = """
        INSERT INTO room_stay
            (property, booking, claim, position, room_type, room_said, room_name, room_rate, arrival, departure, adults, children,
             kept)
        VALUES :rows
        """;
    /** The room type of a stay that has none; the text stands in an index. */
    private static final UUID NO_ROOM = new UUID(0, 0);

    private static final String WAITING = """
         FROM room_stay s
        JOIN booking b ON b.property = s.property AND b.booking = s.booking AND b.cancelled = FALSE
        WHERE s.room_type = '00000000-0000-0000-0000-000000000000'
        """;
    private static final String DELETE = "DELETE FROM room_stay WHERE property = :property AND booking = :booking";

    private static final String WAITING_PROPERTIES = "SELECT DISTINCT s.property" + WAITING + " ORDER BY s.property";
    private static final String WAITING_ROOMS = "SELECT DISTINCT s.room_said, s.room_name, s.room_rate" + WAITING
            + " AND s.property = :property ORDER BY s.room_name";
    private static final String WAITING_FOR = "SELECT DISTINCT s.room_rate, s.room_said, s.booking" + WAITING + """
         AND s.property = :property AND s.room_name = :name AND COALESCE(s.room_rate, '') = :rate
         AND COALESCE(s.room_said, '00000000-0000-0000-0000-000000000000') = :said
        ORDER BY s.room_rate, s.room_said, s.booking
        LIMIT :size
        """;

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
                        BookingId booking = Columns.id(row, "booking", BookingId::new);
                        found.computeIfAbsent(booking, _ -> new TreeMap<>())
                                .merge(row.getInt("position"), stay(row), RoomStayRows::together);
                    });
        }
        Map<BookingId, List<RoomStay>> stays = new HashMap<>();
        found.forEach((booking, byPosition) -> stays.put(booking, List.copyOf(byPosition.values())));
        return stays;
    }

    List<PropertyId> propertiesWithWaiting() {
        return jdbc.sql(WAITING_PROPERTIES)
                .query((row, _) -> Columns.id(row, "property", PropertyId::new))
                .list();
    }

    /** What stays that wait for a room say of it, each once. */
    List<RoomSaid> waitedFor(PropertyId property) {
        return jdbc.sql(WAITING_ROOMS)
                .param("property", property.value())
                .query((row, _) -> said(row))
                .list();
    }

    List<BookingId> waiting(PropertyId property, RoomSaid said, int size) {
        return jdbc.sql(WAITING_FOR)
                .param("property", property.value())
                .param("name", said.name() == null ? "" : said.name())
                .param(
                        "said",
                        said.identifier() == null ? NO_ROOM : said.identifier().value())
                .param("rate", said.roomRate() == null ? "" : said.roomRate())
                .param("size", size)
                .query((row, _) -> Columns.id(row, "booking", BookingId::new))
                .list();
    }

    void insert(Booking booking) {
        List<Object[]> rows = new ArrayList<>();
        List<RoomStay> stays = booking.roomStays();
        for (int position = 0; position < stays.size(); position++) {
            for (ClaimId claim : stays.get(position).claims()) {
                rows.add(row(booking, claim, position, stays.get(position)));
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql(INSERT).param("rows", rows).update();
        }
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
            stay.roomType() == null ? NO_ROOM : stay.roomType().value(),
            stay.said().identifier() == null ? null : stay.said().identifier().value(),
            stay.said().name() == null ? "" : stay.said().name(),
            stay.said().roomRate(),
            stay.dates().arrival(),
            stay.dates().departure(),
            stay.party().adults(),
            stay.party().children(),
            stay.kept()
        };
    }

    private static RoomStay together(RoomStay one, RoomStay other) {
        List<ClaimId> claims = new ArrayList<>(one.claims());
        claims.addAll(other.claims());
        return new RoomStay(one.roomType(), one.said(), one.dates(), one.party(), one.kept(), claims);
    }

    private static RoomSaid said(ResultSet row) throws SQLException {
        String name = row.getString("room_name");
        return new RoomSaid(
                Columns.idOrNull(row, "room_said", RoomTypeId::new),
                row.getString("room_rate"),
                name.isEmpty() ? null : name);
    }

    private static RoomStay stay(ResultSet row) throws SQLException {
        UUID roomType = Columns.uuid(row, "room_type");
        return new RoomStay(
                roomType.equals(NO_ROOM) ? null : new RoomTypeId(roomType),
                said(row),
                Columns.stay(row),
                new Party(row.getInt("adults"), row.getInt("children")),
                row.getString("kept"),
                List.of(Columns.id(row, "claim", ClaimId::new)));
    }
}
