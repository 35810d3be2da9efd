package org.roomnight.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the settings accept; each takes a text without blanks around it. */
final class Accepts {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]{2,45}");
    private static final int LAST_PORT = 65_535;

    private Accepts() {}

    static boolean port(String text) {
        return between(0, LAST_PORT).test(text);
    }

    static Predicate<String> between(int least, int most) {
        return text -> WHOLE_NUMBER.matcher(text).matches()
                && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most;
    }

    static Predicate<String> oneOf(String... words) {
        return List.of(words)::contains;
    }

    static boolean listenAddress(String text) {
        return text.equals("localhost") || ipAddress(text);
    }

    /** An address as for listening, a colon and a port; an IPv6 address stands in brackets. */
    static boolean listenAddressAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !port(text.substring(colon + 1))) {
            return false;
        }
        String host = text.substring(0, colon);
        return (host.startsWith("[") && host.endsWith("]"))
                ? IPV6.matcher(host.substring(1, host.length() - 1)).matches()
                : host.equals("localhost") || IPV4.matcher(host).matches();
    }

    static boolean addressBlocks(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(Accepts::addressBlock);
    }

    private static boolean addressBlock(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return ipAddress(text);
        }
        String address = text.substring(0, slash);
        int bits = address.indexOf(':') < 0 ? 32 : 128;
        return ipAddress(address) && between(0, bits).test(text.substring(slash + 1));
    }

    private static boolean ipAddress(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    static boolean webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getPort() <= LAST_PORT;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    static boolean databaseUrl(String text) {
        String address = text.toLowerCase(Locale.ROOT).replaceFirst("^jdbc:", "");
        return address.matches("sqlite:.+") || address.matches("postgres(ql)?:.+");
    }

    static boolean path(String text) {
        try {
            return !text.isEmpty() && Path.of(text).toString().equals(text.replaceFirst("(?<=.)/+$", ""));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    static boolean line(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
