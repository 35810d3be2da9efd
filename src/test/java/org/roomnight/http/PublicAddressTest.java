package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.http.PublicAddress.Target;

final class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stay.example:443/dav/a",
                "https://stay.example/dav/a",
                "HTTPS://STAY.EXAMPLE:443/cal/dav/a",
                "https://stay.example:/cal/dav/a",
                "//stay.example:443/cal/dav/a",
                "http://10.0.0.1:80/dav/a",
                "/cal/dav/a",
                "/dav/a"
            })
    void the_usual_port_and_the_public_path_may_be_written_or_not(String reference) {
        PublicAddress address = PublicAddress.of("https://stay.example:443/cal/");
        assertThat(address.read(reference, reference.startsWith("//") ? "stay.example:443" : "10.0.0.1"))
                .isEqualTo(new Target.Here("/dav/a"));
    }
}
