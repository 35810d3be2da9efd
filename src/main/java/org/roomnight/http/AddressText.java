package org.roomnight.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads address literals. The JDK alone is too lenient for IPv4: it takes {@code 127.1} and {@code 2130706433} for
 * loopback, so that is read here.
 */
final class AddressText {

    private static final int IPV4_OCTETS = 4;

    /** Without scope identifiers and brackets; 45 characters are the longest form. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}|([0-9a-fA-F:]{2,30}:)([0-9.]{7,15})");

    private static final int IPV6_OCTETS = 16;

    private AddressText() {}

    static Optional<ClientAddress> parse(String literal) {
        return literal.indexOf(':') < 0 ? ipv4(literal) : ipv6(literal);
    }

    /** By hand: every poll comes through here, and a regular expression took as long as all the rest of its check. */
    private static Optional<ClientAddress> ipv4(String literal) {
        int address = 0;
        int octets = 0;
        int from = 0;
        for (int dot = literal.indexOf('.'); from <= literal.length(); dot = literal.indexOf('.', from)) {
            int end = dot < 0 ? literal.length() : dot;
            int octet = octet(literal, from, end);
            if (octet < 0) {
                return Optional.empty();
            }
            address = address << 8 | octet;
            octets++;
            from = end + 1;
        }
        return octets == IPV4_OCTETS ? Optional.of(ClientAddress.ofIpv4(address)) : Optional.empty();
    }

    /** One to three digits without leading zeros, up to 255; otherwise -1. */
    private static int octet(String literal, int from, int end) {
        int length = end - from;
        if (length < 1 || length > 3 || (length > 1 && literal.charAt(from) == '0')) {
            return -1;
        }
        int octet = 0;
        for (int i = from; i < end; i++) {
            int digit = literal.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            octet = octet * 10 + digit;
        }
        return octet <= 255 ? octet : -1;
    }

    private static Optional<ClientAddress> ipv6(String literal) {
        Matcher shape = IPV6.matcher(literal);
        if (!shape.matches() || (shape.group(2) != null && ipv4(shape.group(2)).isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Inet6Address.ofLiteral(literal)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The JDK gives an IPv6-mapped IPv4 address as four octets. */
    private static ClientAddress of(InetAddress address) {
        ByteBuffer octets = ByteBuffer.wrap(address.getAddress());
        return octets.remaining() == IPV6_OCTETS
                ? new ClientAddress(octets.getLong(), octets.getLong())
                : ClientAddress.ofIpv4(octets.getInt());
    }
}
