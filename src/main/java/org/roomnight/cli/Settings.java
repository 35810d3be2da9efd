package org.roomnight.cli;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.calendar.Quotas;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.storage.DatabaseAddress;
import org.springframework.core.env.Environment;

/** What the operator set, checked one by one; what was not set answers with its standard value. */
public final class Settings {

    private static final int STANDARD_PORT = 8_080;
    private static final int STANDARD_SHUTDOWN_SECONDS = 25;
    private static final int STANDARD_MIN_FREE_MEGABYTES = 64;
    private static final int STANDARD_DRAIN_SECONDS = 5;
    private static final int STANDARD_MAX_CONNECTIONS = 10_000;
    private static final int STANDARD_MAX_CONNECTIONS_OF_SOURCE = 500;
    private static final int STANDARD_HEAD_SECONDS = 10;
    private static final int LAST_PORT = 65_535;
    private static final long OCTETS_OF_A_MEGABYTE = 1024L * 1024;

    private final Map<Setting, String> given;

    /** Refuses a bad value with {@link StartRefusedException}; blanks around a value do not count. */
    public Settings(Map<Setting, String> given) {
        EnumMap<Setting, String> checked = new EnumMap<>(Setting.class);
        given.forEach((setting, value) -> checked.put(setting, checked(setting, value.strip())));
        this.given = checked;
    }

    /** The settings that Spring knows, whoever told it. */
    public static Settings from(Environment environment) {
        EnumMap<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = environment.getProperty(setting.property());
            if (value != null && !value.isBlank()) {
                given.put(setting, value);
            }
        }
        return new Settings(given);
    }

    private static String checked(Setting setting, String value) {
        if (setting.takes(value)) {
            return value;
        }
        String found = setting.mayBeShown() ? ", but it is \"%s\"".formatted(value) : "";
        throw new StartRefusedException("%s accepts %s%s.".formatted(setting.variable(), setting.accepts(), found));
    }

    /** The same settings, but with another value for one. */
    public Settings with(Setting setting, String value) {
        EnumMap<Setting, String> changed = new EnumMap<>(Setting.class);
        changed.putAll(given);
        changed.put(setting, value);
        return new Settings(changed);
    }

    public Optional<String> find(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    public int port() {
        return number(Setting.PORT, STANDARD_PORT);
    }

    /** One above the port, on this machine only, unless it is set. */
    public InetSocketAddress operationsAddress() {
        return find(Setting.OPERATIONS_ADDRESS)
                .map(Settings::address)
                .orElseGet(() -> address("127.0.0.1:" + (port() == LAST_PORT ? port() - 1 : port() + 1)));
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
    }

    /** As the setting has it: an IPv6 address in brackets. */
    static String hostAndPort(InetAddress address, int port) {
        String host = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }

    /** Where health and metrics are; without a slash at the end. */
    String operationsUrl() {
        InetSocketAddress address = operationsAddress();
        return "http://" + hostAndPort(address.getAddress(), address.getPort());
    }

    public int maxConnections() {
        return number(Setting.MAX_CONNECTIONS, STANDARD_MAX_CONNECTIONS);
    }

    public int maxConnectionsOfSource() {
        return number(Setting.MAX_CONNECTIONS_OF_SOURCE, STANDARD_MAX_CONNECTIONS_OF_SOURCE);
    }

    public Duration headTime() {
        return Duration.ofSeconds(number(Setting.HEAD_SECONDS, STANDARD_HEAD_SECONDS));
    }

    /** Without a slash at the end. */
    public String publicUrl() {
        return find(Setting.PUBLIC_URL)
                .orElseGet(() -> "http://localhost:" + port())
                .replaceFirst("/+$", "");
    }

    public Path dataDir() {
        return find(Setting.DATA_DIR)
                .map(Path::of)
                .orElseGet(DataFolder::standard)
                .toAbsolutePath();
    }

    public Path keyFile() {
        return find(Setting.KEY_FILE)
                .map(Path::of)
                .orElseGet(() -> dataDir().resolve("keys").resolve("roomnight.keys"));
    }

    /** Where a node keeps how far the history of its database has come; no part of a backup. */
    public Path historyFile() {
        return dataDir().resolve("history");
    }

    public DatabaseAddress databaseAddress() {
        return find(Setting.DATABASE_URL)
                .map(url -> DatabaseAddress.parse(
                        url, given.get(Setting.DATABASE_USER), given.get(Setting.DATABASE_PASSWORD)))
                .orElseGet(() -> DatabaseAddress.sqlite(dataDir().resolve("roomnight.db")));
    }

    public List<String> trustedProxies() {
        return find(Setting.TRUSTED_PROXIES).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    public int shutdownSeconds() {
        return number(Setting.SHUTDOWN_SECONDS, STANDARD_SHUTDOWN_SECONDS);
    }

    /** Only where other nodes can take over is it worth telling a load balancer first. */
    public int drainSeconds() {
        boolean alone = databaseAddress() instanceof DatabaseAddress.SqliteFile;
        return number(Setting.DRAIN_SECONDS, alone ? 0 : STANDARD_DRAIN_SECONDS);
    }

    public long minFreeOctets() {
        return number(Setting.MIN_FREE_MEGABYTES, STANDARD_MIN_FREE_MEGABYTES) * OCTETS_OF_A_MEGABYTE;
    }

    /** How much staff of one property may store. */
    public Quotas quotas() {
        Quotas standard = Quotas.STANDARD;
        return new Quotas(
                number(Setting.QUOTA_CALENDARS, standard.calendars()),
                number(Setting.QUOTA_ENTRIES, (int) standard.entries()),
                octets(Setting.QUOTA_MEGABYTES, standard.octets()),
                octets(Setting.QUOTA_PROPERTY_MEGABYTES, standard.propertyOctets()));
    }

    private long octets(Setting megabytes, long standard) {
        return find(megabytes)
                .map(number -> Long.parseLong(number) * OCTETS_OF_A_MEGABYTE)
                .orElse(standard);
    }

    private int number(Setting setting, int standard) {
        return find(setting).map(Integer::parseInt).orElse(standard);
    }
}
