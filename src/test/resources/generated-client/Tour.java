package tour;

import client.ApiClient;
import client.api.AvailabilityApi;
import client.api.BlocksApi;
import client.api.BookingsApi;
import client.api.CalendarApi;
import client.api.ConnectionsApi;
import client.api.GuestRoomsApi;
import client.api.PropertiesApi;
import client.api.TokensApi;
import client.auth.HttpBasicAuth;
import client.model.Availability;
import client.model.Block;
import client.model.BlockBody;
import client.model.Booking;
import client.model.Connection;
import client.model.GuestRoomBody;
import client.model.Problem;
import client.model.Property;
import client.model.PropertyBody;
import client.model.RecordedBooking;
import client.model.RecordedStay;
import client.model.Sale;
import client.model.SaleStay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.client.RestClientResponseException;

/** The README's tour, and a block, by a client that was generated from the description. Compiled by GeneratedClientTest. */
public final class Tour {

    private final UUID house = UUID.randomUUID();
    private final UUID flat = UUID.randomUUID();
    private final UUID booking = UUID.randomUUID();
    private final String url;
    private final ApiClient api;
    private final BookingsApi bookings;

    private Tour(String url) {
        this.url = url;
        this.api = new ApiClient().setBasePath(url);
        this.bookings = new BookingsApi(api);
    }

    public static void run(String url, String clientId, String clientSecret) {
        Tour tour = new Tour(url);
        tour.token(clientId, clientSecret);
        tour.house();
        tour.booking();
        tour.calendar();
        tour.sale();
        tour.cancellation();
        tour.block();
    }

    private void token(String clientId, String clientSecret) {
        String token = new TokensApi(api)
                .issueToken("client_credentials", null, clientId, clientSecret)
                .getAccessToken();
        api.setAccessToken(token);
    }

    private void house() {
        PropertyBody body = new PropertyBody().name("Sea View").timeZone("Europe/Lisbon");
        Property made = new PropertiesApi(api)
                .putProperty(new PropertiesApi.PutPropertyRequest().id(house).propertyBody(body));
        expect(house, made.getIdentifier());
        expect("15:00", made.getCheckInTime());
        expect(Property.BlocksOverStaysEnum.KEEP, made.getBlocksOverStays());
        expect(
                List.of("1"),
                new GuestRoomsApi(api)
                        .putGuestRoom(new GuestRoomsApi.PutGuestRoomRequest()
                                .id(house)
                                .guestRoom(flat)
                                .guestRoomBody(
                                        new GuestRoomBody().name("Garden Flat").quantity(1)))
                        .getUnitNames());
    }

    private void booking() {
        RecordedBooking body = new RecordedBooking()
                .bookingCode("RN-4F7Q2")
                .firstName("Robin")
                .lastName("Sample")
                .currencyCode("EUR")
                .totalAmount("450.004")
                .addRoomStaysItem(new RecordedStay()
                        .guestRoomName("Garden Flat")
                        .startDate(day("2027-03-10"))
                        .endDate(day("2027-03-14"))
                        .adults(2));
        Booking recorded = bookings.recordBooking(new BookingsApi.RecordBookingRequest()
                .id(house)
                .booking(booking)
                .recordedBooking(body));
        expect(flat, recorded.getRoomStays().getFirst().getGuestRoomIdentifier());
        expect(1, recorded.getWarnings().size());
        expect("/totalAmount", recorded.getWarnings().getFirst().getPointer());
        expect("450.004", recorded.getWarnings().getFirst().getSent());
        expect(List.of(), recorded.getDoubleBookings());
    }

    private void calendar() {
        Connection connection = new ConnectionsApi(api)
                .regenerateConnection(new ConnectionsApi.RegenerateConnectionRequest().id(house));
        ApiClient program = new ApiClient().setBasePath(url);
        HttpBasicAuth passkey = (HttpBasicAuth) program.getAuthentication("passkey");
        passkey.setUsername(connection.getHotelIdentifier().toString());
        passkey.setPassword(connection.getPasskey());
        CalendarApi calendar = new CalendarApi(program);
        var request = new CalendarApi.GetCalendarRequest().id(connection.getHotelIdentifier());
        var answer = calendar.getCalendarWithHttpInfo(request);
        expect(true, answer.getBody().contains("SUMMARY:Robin Sample"));
        expect(
                304,
                calendar.getCalendarWithHttpInfo(
                                request.ifNoneMatch(answer.getHeaders().getETag()))
                        .getStatusCode()
                        .value());
    }

    private void sale() {
        Sale sale = new Sale().firstName("Kim").addRoomStaysItem(stay("2027-03-14", "2027-03-16"));
        var request = new BookingsApi.SellBookingRequest().id(house).sale(sale).idempotencyKey("tour");
        Booking sold = bookings.sellBooking(request);
        expect(sold, bookings.sellBooking(request));
        sale.roomStays(List.of(stay("2027-03-13", "2027-03-15")));
        try {
            bookings.sellBooking(request.idempotencyKey(null));
            throw new AssertionError("sold twice");
        } catch (RestClientResponseException refused) {
            expect(409, refused.getStatusCode().value());
            Problem problem = refused.getResponseBodyAs(Problem.class);
            expect("urn:roomnight:problem:nights-taken", problem.getType().toString());
            expect(
                    List.of(day("2027-03-13"), day("2027-03-14")),
                    problem.getTaken().getFirst().getDates());
        }
    }

    private SaleStay stay(String start, String end) {
        return new SaleStay()
                .guestRoomIdentifier(flat.toString())
                .startDate(day(start))
                .endDate(day(end));
    }

    private void cancellation() {
        var request = new BookingsApi.CancelBookingRequest()
                .id(house)
                .booking(booking)
                .ifMatch("\"1\"");
        expect(true, bookings.cancelBooking(request).getCancelled());
        expect(List.of(1, 0), available());
        expect(
                2,
                bookings.listBookings(new BookingsApi.ListBookingsRequest().id(house))
                        .getItems()
                        .size());
        expect(
                1,
                bookings.listBookings(
                                new BookingsApi.ListBookingsRequest().id(house).state("confirmed"))
                        .getItems()
                        .size());
    }

    private void block() {
        BlockBody body = new BlockBody()
                .guestRoomIdentifier(flat)
                .startDate(day("2027-03-12"))
                .endDate(day("2027-03-14"))
                .reason(BlockBody.ReasonEnum.OWNER_STAY);
        BlocksApi blocks = new BlocksApi(api);
        Block made =
                blocks.createBlock(new BlocksApi.CreateBlockRequest().id(house).blockBody(body));
        expect(List.of(0, 0), available());
        var read = blocks.getBlockWithHttpInfo(
                new BlocksApi.GetBlockRequest().id(house).block(made.getIdentifier()));
        blocks.removeBlock(new BlocksApi.RemoveBlockRequest()
                .id(house)
                .block(made.getIdentifier())
                .ifMatch(read.getHeaders().getETag()));
        expect(List.of(1, 0), available());
    }

    private List<Integer> available() {
        Availability counted = new AvailabilityApi(api)
                .getAvailability(new AvailabilityApi.GetAvailabilityRequest()
                        .id(house)
                        .startDate(day("2027-03-13"))
                        .endDate(day("2027-03-15")));
        return counted.getGuestRooms().getFirst().getNights().stream()
                .map(night -> night.getAvailable())
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static void expect(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
