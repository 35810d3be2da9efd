package org.roomnight.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.roomnight.kernel.StartRefusedException;

/**
 * Finds the source of a request. {@code X-Forwarded-For} is believed only as far as configured proxies wrote it: from
 * the right, each hop that is itself a trusted proxy is stepped over, and the first that is not is the source.
 */
public final class ClientAddresses {

    /** More hops than any chain of proxies has; what stands before them was written by the client. */
    private static final int MAX_HOPS = 32;

    private final List<AddressBlock> trusted;

    /** Refuses with {@link StartRefusedException} a proxy that is no address and no block in CIDR form. */
    public ClientAddresses(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddresses::block).toList();
    }

    private static AddressBlock block(String cidr) {
        return AddressBlock.parse(cidr.strip())
                .orElseThrow(() -> new StartRefusedException(
                        "ROOMNIGHT_TRUSTED_PROXIES has '%s', which is no address and no block of them. It accepts addresses and blocks such as 10.0.0.0/8 or 2001:db8::/32 (no bits set after the prefix), separated by commas."
                                .formatted(cidr)));
    }

    /** The source of a request that Jetty has read. */
    public ClientAddress of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * The source of a request.
     *
     * @param remoteAddress the address of the TCP connection's other end, as the server gives it
     * @param forwardedFor the values of all {@code X-Forwarded-For} headers, in their order
     */
    public ClientAddress of(String remoteAddress, List<String> forwardedFor) {
        ClientAddress source =
                ClientAddress.parse(withoutBracketsAndScope(remoteAddress)).orElse(ClientAddress.UNKNOWN);
        String rest = String.join(",", forwardedFor);
        for (int hops = 0; hops < MAX_HOPS && !rest.isEmpty() && isTrusted(source); hops++) {
            int comma = rest.lastIndexOf(',');
            var hop = ClientAddress.parse(rest.substring(comma + 1).strip());
            if (hop.isEmpty()) {
                return source;
            }
            source = hop.get();
            rest = rest.substring(0, Math.max(comma, 0));
        }
        return source;
    }

    /** Jetty writes {@code [::1]}; a link-local address comes with its interface, {@code fe80::1%eth0}. */
    private static String withoutBracketsAndScope(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int scope = bare.indexOf('%');
        return scope < 0 ? bare : bare.substring(0, scope);
    }

    /** Whether it is one of the configured proxies. */
    public boolean isProxy(InetAddress address) {
        return isTrusted(ClientAddress.parse(withoutBracketsAndScope(address.getHostAddress()))
                .orElse(ClientAddress.UNKNOWN));
    }

    private boolean isTrusted(ClientAddress source) {
        return trusted.stream().anyMatch(block -> block.contains(source));
    }
}
