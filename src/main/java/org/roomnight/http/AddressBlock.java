package org.roomnight.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that share their first {@code bits} of 128 (CIDR, RFC 4632); all other bits are zero here. */
record AddressBlock(long high, long low, int bits) {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)(?:/(0|[1-9][0-9]{0,2}))?");

    /** Where the 32 bits of IPv4 begin in the mapped form. */
    private static final int IPV4_START = 96;

    private static final int ALL_BITS = 128;

    /** The block of {@code ipv4Bits} or {@code ipv6Bits} that the source is in. */
    static AddressBlock around(ClientAddress source, int ipv4Bits, int ipv6Bits) {
        return around(source, source.isIpv4() ? IPV4_START + ipv4Bits : ipv6Bits);
    }

    private static AddressBlock around(ClientAddress source, int bits) {
        return new AddressBlock(
                source.high() & mask(Math.min(bits, 64)), source.low() & mask(Math.max(bits - 64, 0)), bits);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (64 - bits);
    }

    /** Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address; empty also when bits after the prefix are set. */
    static Optional<AddressBlock> parse(String cidr) {
        Matcher parts = CIDR.matcher(cidr);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return ClientAddress.parse(parts.group(1)).flatMap(base -> {
            int start = base.isIpv4() ? IPV4_START : 0;
            int bits = parts.group(2) == null ? ALL_BITS : start + Integer.parseInt(parts.group(2));
            return Optional.of(bits)
                    .filter(b -> b <= ALL_BITS)
                    .map(b -> around(base, b))
                    .filter(block -> block.base().equals(base));
        });
    }

    private ClientAddress base() {
        return new ClientAddress(high, low);
    }

    /** A block of IPv6 never contains an IPv4 address, not even {@code ::/0}. */
    boolean contains(ClientAddress source) {
        boolean sameFamily = source.isIpv4() == (bits >= IPV4_START && base().isIpv4());
        return sameFamily && around(source, bits).equals(this);
    }
}
