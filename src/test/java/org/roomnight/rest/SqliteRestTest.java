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
                ConnectionContract {

    @Override
    public RestServer server() {
        return RestServer.sqlite();
    }
}
