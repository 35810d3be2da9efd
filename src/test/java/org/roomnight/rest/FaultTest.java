package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;

import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.rest.RestServer.House;
import org.roomnight.storage.Database;

final class FaultTest {

    @Test
    void a_database_that_is_gone_is_unavailable_and_says_when_to_come_back() {
        try (TestServer server = new TestServer(TestServer.Place.make())) {
            House house = new RestServer(server).account().house();
            server.bean(Database.class).close();
            var answer = house.get("/property");
            assertProblem(answer, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
