package org.roomnight.connection;

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

    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

    /** Without scope identifiers and brackets; 45 characters are the longest form. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}|([0-9a-fA-F:]{2,30}:)([0-9.]{7,15})");

    private static final int IPV6_OCTETS = 16;

    private AddressText() {}

    static Optional<Source> parse(String literal) {
        return literal.indexOf(':') < 0 ? ipv4(literal) : ipv6(literal);
    }

    private static Optional<Source> ipv4(String literal) {
        Matcher octets = IPV4.matcher(literal);
        if (!octets.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int i = 1; i <= octets.groupCount(); i++) {
            int octet = Integer.parseInt(octets.group(i));
            if (octet > 255) {
                return Optional.empty();
            }
            address = address << 8 | octet;
        }
        return Optional.of(Source.ofIpv4(address));
    }

    private static Optional<Source> ipv6(String literal) {
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
    private static Source of(InetAddress address) {
        ByteBuffer octets = ByteBuffer.wrap(address.getAddress());
        return octets.remaining() == IPV6_OCTETS
                ? new Source(octets.getLong(), octets.getLong())
                : Source.ofIpv4(octets.getInt());
    }
}
