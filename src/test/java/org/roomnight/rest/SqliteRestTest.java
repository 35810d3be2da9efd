package org.roomnight.rest;

final class SqliteRestTest
        implements JsonContract,
                RulesContract,
                AddressContract,
                PreconditionContract,
                BookingContract,
                ListContract,
                ConnectionContract {

    @Override
    public RestServer server() {
        return RestServer.sqlite();
    }
}
