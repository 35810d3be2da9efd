package org.roomnight.serving;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Whose connections are counted together: an IPv4 address, or an IPv6 network of 64 bits, which one household has. */
record SourceNetwork(int length, long octets) {

    static SourceNetwork of(InetAddress address) {
        byte[] all = address.getAddress();
        ByteBuffer buffer = ByteBuffer.wrap(all);
        return new SourceNetwork(all.length, all.length < Long.BYTES ? buffer.getInt() : buffer.getLong());
    }
}
