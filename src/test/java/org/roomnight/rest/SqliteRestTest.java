package org.roomnight.rest;

final class SqliteRestTest
        implements JsonContract,
                RulesContract,
                AddressContract,
                PreconditionContract,
                BookingContract,
                PlatformBookingContract,
                RepairContract,
                RoomNameContract,
                PlatformClientContract,
                PlatformPushesContract,
                BlockContract,
                ListContract,
                ConnectionContract,
                OncePerKeyContract,
                NastyInputContract,
                MediaTypeContract {

    @Override
    public RestServer server() {
        return RestServer.sqlite();
    }
}
