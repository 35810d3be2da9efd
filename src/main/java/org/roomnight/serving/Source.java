package org.roomnight.serving;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Whose connections are counted together: an IPv4 address, or an IPv6 network of 64 bits, which one household has. */
record Source(int length, long octets) {

    static Source of(InetAddress address) {
        byte[] all = address.getAddress();
        ByteBuffer buffer = ByteBuffer.wrap(all);
        return new Source(all.length, all.length < Long.BYTES ? buffer.getInt() : buffer.getLong());
    }
}
