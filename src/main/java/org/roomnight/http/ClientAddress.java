package org.roomnight.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The network address that a request came from, as 128 bits; IPv4 is kept in its IPv6-mapped form (RFC 4291 §2.5.5.2).
 */
public record ClientAddress(long high, long low) {

    /** Whatever has no address that can be read, such as a Unix socket. */
    public static final ClientAddress UNKNOWN = new ClientAddress(0, 0);

    private static final long IPV4_MARK = 0xFFFFL;

    /** Reads a literal, strictly; never asks the DNS. */
    public static Optional<ClientAddress> parse(String literal) {
        return AddressText.parse(literal);
    }

    static ClientAddress ofIpv4(int address) {
        return new ClientAddress(0, (IPV4_MARK << 32) | Integer.toUnsignedLong(address));
    }

    boolean isIpv4() {
        return high == 0 && low >>> 32 == IPV4_MARK;
    }

    @Override
    public String toString() {
        try {
            byte[] octets = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
