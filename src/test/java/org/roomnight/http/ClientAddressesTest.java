package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.kernel.StartRefusedException;

final class ClientAddressesTest {

    private static ClientAddress source(String literal) {
        return ClientAddress.parse(literal).orElseThrow();
    }

    private static AddressBlock block(String cidr) {
        return AddressBlock.parse(cidr).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "1.2.3.256",
                "1.2.3.4.5",
                "1.2.3.4:80",
                "1.2.3.04",
                "a.b.c.d",
                "localhost",
                "[::1]",
                "fe80::1%eth0",
                ":::",
                "1::2::3",
                "12345::",
                "::ffff:1.2.3",
                "::ffff:1.2.3.256",
                "unknown",
                "_hidden",
                "1.2.3.4\r\n"
            })
    void what_is_no_address_literal_is_refused(String text) {
        assertThat(ClientAddress.parse(text)).isEmpty();
    }

    @Test
    void an_ipv4_address_in_ipv6_clothes_is_the_same_source() {
        assertThat(source("::ffff:203.0.113.7"))
                .isEqualTo(source("203.0.113.7"))
                .hasToString("203.0.113.7");
        assertThat(source("2001:DB8::1")).isEqualTo(source("2001:db8:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.255, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ::1, true",
        "::/0, 10.0.0.1, false",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8::/64, 2001:db8::ffff, true",
        "2001:db8::/65, 2001:db8:0:0:8000::, false",
        "::1/128, ::1, true"
    })
    void a_block_contains_what_shares_its_prefix(String cidr, String address, boolean contained) {
        assertThat(block(cidr).contains(source(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/129", "10.0.0/8", "proxy", ""})
    void a_proxy_that_is_no_block_is_refused_at_start_by_the_name_of_its_setting(String cidr) {
        assertThatThrownBy(() -> new ClientAddresses(List.of(cidr)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_TRUSTED_PROXIES");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.1                      | 203.0.113.9",
                "10.0.0.1    | 198.51.100.1                      | 198.51.100.1",
                "10.0.0.1    | 192.0.2.66, 198.51.100.1          | 198.51.100.1",
                "10.0.0.1    | 192.0.2.66, 198.51.100.1,10.1.1.1 | 198.51.100.1",
                "10.0.0.1    | 10.2.2.2, 10.1.1.1                | 10.2.2.2",
                "10.0.0.1    | 198.51.100.1, rubbish             | 10.0.0.1",
                "10.0.0.1    | rubbish, 10.1.1.1                 | 10.1.1.1",
                "10.0.0.1    | ''                                | 10.0.0.1",
                "[::1]       | 2001:db8::5                       | 2001:db8::5",
                "fe80::1%2   | 198.51.100.1                      | fe80::1"
            })
    void a_forwarded_address_counts_only_as_far_as_trusted_proxies_wrote_it(
            String remote, String forwarded, String expected) {
        ClientAddresses sources = new ClientAddresses(List.of("10.0.0.0/8", "::1"));
        assertThat(sources.of(remote, List.of(forwarded))).isEqualTo(source(expected));
    }

    @Test
    void headers_sent_twice_are_read_as_one() {
        ClientAddresses sources = new ClientAddresses(List.of("10.0.0.0/8"));
        assertThat(sources.of("10.0.0.1", List.of("192.0.2.66", "198.51.100.1")))
                .isEqualTo(source("198.51.100.1"));
    }

    @Test
    void a_peer_without_address_is_a_source_too() {
        assertThat(new ClientAddresses(List.of("::1")).of("", List.of("198.51.100.1")))
                .isEqualTo(ClientAddress.UNKNOWN);
    }
}
