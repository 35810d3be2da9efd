package org.roomnight.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/**
 * Where clients find this server: it makes every address that is handed out, and reads every one that comes back in a
 * header or a body.
 *
 * <p>It may have a path, which the proxy in front takes away before it passes a request on. Inside of the server paths
 * are without it, as in the request line.
 */
public final class PublicAddress {

    /** The parts of a reference (RFC 3986, appendix B). */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)([?#].*)?", Pattern.DOTALL);

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final String address;
    private final String authority;
    private final String prefix;

    private PublicAddress(URI address) {
        this.address = address.toString();
        this.authority = canonical(address.getScheme(), address.getRawAuthority());
        this.prefix = address.getRawPath();
    }

    /**
     * Reads what the operator has configured: an absolute http or https address, with or without a slash at the end.
     *
     * @throws StartRefusedException for anything else
     */
    public static PublicAddress of(String configured) {
        String text = configured.replaceFirst("/+$", "");
        return new PublicAddress(WebAddresses.parse(text)
                .orElseThrow(() -> new StartRefusedException(
                        "ROOMNIGHT_PUBLIC_URL accepts an address such as https://host:8443, but it is %s."
                                .formatted(text))));
    }

    /** What a reference in a request is to. */
    public sealed interface Target {

        /** This server; {@code path} is raw and as in a request line. */
        record Here(String path) implements Target {}

        /** Another one. */
        record Elsewhere() implements Target {}

        /** Nothing: it is no absolute path and no whole address, or has a query or a broken escape. */
        record Unreadable() implements Target {}
    }

    /** The whole address of a path of this server. */
    public String whole(String path) {
        return address + path;
    }

    /** The same without scheme and host: what clients ask for at the host at which they are. */
    public String path(String path) {
        return prefix + path;
    }

    /**
     * Reads an absolute path or a whole address (RFC 4918 §8.3). The usual port may be written or not, and scheme and host
     * in any case (RFC 9110 §4.2.3).
     *
     * @param host the Host header of the request, which is of this server too, or null
     */
    public Target read(String reference, @Nullable String host) {
        Matcher parts = REFERENCE.matcher(reference.strip());
        if (!parts.matches()) {
            return new Target.Unreadable();
        }
        @Nullable String scheme = parts.group(1);
        @Nullable String there = parts.group(2);
        String path = parts.group(3);
        boolean absolute = there == null ? scheme == null && path.startsWith("/") : true;
        if (!absolute || parts.group(4) != null || BROKEN_ESCAPE.matcher(path).find()) {
            return new Target.Unreadable();
        }
        if (there != null && !isHere(scheme, there, host)) {
            return new Target.Elsewhere();
        }
        return new Target.Here(local(path));
    }

    private boolean isHere(@Nullable String scheme, String there, @Nullable String host) {
        if (scheme != null && !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return false;
        }
        String canonical = canonical(scheme, there);
        return canonical.equals(authority) || (host != null && canonical.equals(canonical(scheme, host)));
    }

    /** Without the path of the public address; proxies that rewrite headers take it away themselves. */
    private String local(String path) {
        return !prefix.isEmpty() && (path.equals(prefix) || path.startsWith(prefix + "/"))
                ? path.substring(prefix.length())
                : path;
    }

    /** Host and port in one form: small letters, without a name in front and without the port that is meant anyway. */
    private static String canonical(@Nullable String scheme, String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String usual = "https".equalsIgnoreCase(scheme) ? ":443" : ":80";
        if (host.endsWith(":")) {
            return host.substring(0, host.length() - 1);
        }
        return host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
    }
}
