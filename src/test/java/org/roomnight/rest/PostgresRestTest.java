package org.roomnight.rest;

final class PostgresRestTest
        implements JsonContract,
                RulesContract,
                AddressContract,
                PreconditionContract,
                BookingContract,
                ListContract,
                ConnectionContract {

    @Override
    public RestServer server() {
        return RestServer.postgres();
    }
}
