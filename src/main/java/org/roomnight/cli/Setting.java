package org.roomnight.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set: in the environment as {@code ROOMNIGHT_...}, or in the settings file under the
 * {@link #key}. This list is the only one; the documentation's table is compared with it.
 */
public enum Setting {
    PORT(
            "port",
            "8080",
            "a whole number from 0 to 65535; 0 picks a free port",
            Accepts::port,
            "Port of the web server."),
    ADDRESS(
            "address",
            "0.0.0.0 for serve; the demo always listens on 127.0.0.1",
            "an IP address of this machine, or localhost",
            Accepts::listenAddress,
            "Address on which the web server listens."),
    OPERATIONS_ADDRESS(
            "operations-address",
            "127.0.0.1 and one above the port, or a free port where that one is taken",
            "an IP address of this machine, or localhost, a colon and a port; [::1]:9000 with IPv6; port 0 picks a"
                    + " free one",
            Accepts::listenAddressAndPort,
            "Where health in detail and metrics are answered; they ask for no password."),
    PUBLIC_URL(
            "public-url",
            "http://localhost:PORT",
            "an absolute http or https address without query and fragment, such as https://calendar.example.com",
            Accepts::webAddress,
            "Where clients find the server; every address that is handed out begins with it."),
    DATA_DIR(
            "data-dir",
            "$XDG_DATA_HOME/roomnight, or ~/.local/share/roomnight",
            "a folder that Roomnight may write to",
            Accepts::path,
            "Folder of the embedded database, the key file and the settings file."),
    DATABASE_URL(
            "database.url",
            "sqlite:DATA_DIR/roomnight.db",
            "sqlite:FILE or postgresql://HOST:PORT/NAME",
            Accepts::databaseUrl,
            "The database; PostgreSQL when several nodes share one."),
    DATABASE_USER("database.user", null, "a user of the database", Accepts::line, "User of the PostgreSQL database."),
    DATABASE_PASSWORD("database.password", null, "a password", Accepts::line, "Password of that user."),
    KEY_FILE(
            "key-file",
            "DATA_DIR/keys/roomnight.keys",
            "a file that only the user of the server can read (mode 0600)",
            Accepts::path,
            "Keys with which passkeys are encrypted; made on the first start. Keep a copy elsewhere."),
    OAUTH_ISSUER(
            "oauth.issuer",
            null,
            "an absolute https address (http on this machine)",
            Accepts::webAddress,
            "An outside issuer of access tokens, instead of the built-in one."),
    OAUTH_AUDIENCE(
            "oauth.audience",
            null,
            "a word; needed together with ROOMNIGHT_OAUTH_ISSUER",
            Accepts::line,
            "What the aud claim of the outside issuer's tokens must name."),
    OAUTH_JWKS_URL(
            "oauth.jwks-url",
            "as the issuer's metadata say",
            "an absolute https address (http on this machine)",
            Accepts::webAddress,
            "Where the outside issuer's keys are."),
    TRUSTED_PROXIES(
            "trusted-proxies",
            null,
            "IP addresses and CIDR blocks, separated by commas, such as 10.0.0.0/8,::1",
            Accepts::addressBlocks,
            "Reverse proxies whose X-Forwarded-For is believed."),
    MAX_CONNECTIONS(
            "max-connections",
            "10000",
            "a whole number from 100 to 1000000",
            Accepts.between(100, 1_000_000),
            "Most open connections; beyond it those that were idle longest are closed."),
    MAX_CONNECTIONS_OF_SOURCE(
            "max-connections-of-source",
            "500",
            "a whole number from 1 to 1000000",
            Accepts.between(1, 1_000_000),
            "Most open connections of one IPv4 address or IPv6 network of 64 bits; trusted proxies have no such"
                    + " limit."),
    HEAD_SECONDS(
            "head-seconds",
            "10",
            "a whole number from 1 to 300",
            Accepts.between(1, 300),
            "Within which the whole head of a request has to come."),
    LOG_LEVEL(
            "log-level",
            "info",
            "error, warn, info, debug or trace",
            Accepts.oneOf("error", "warn", "info", "debug", "trace"),
            "How much is logged."),
    LOG_FORMAT(
            "log-format",
            "json for serve, text for the demo",
            "json or text",
            Accepts.oneOf("json", "text"),
            "One JSON object a line, or lines for people."),
    DRAIN_SECONDS(
            "drain-seconds",
            "5 with PostgreSQL, 0 with SQLite",
            "a whole number from 0 to 60",
            Accepts.between(0, 60),
            "How long a stopping server says that it is not ready before it takes no more connections."),
    SHUTDOWN_SECONDS(
            "shutdown-seconds",
            "25",
            "a whole number from 1 to 300",
            Accepts.between(1, 300),
            "How long a stopping server waits for requests that are being answered."),
    MIN_FREE_MEGABYTES(
            "min-free-megabytes",
            "64",
            "a whole number from 0 to 1000000",
            Accepts.between(0, 1_000_000),
            "With less room on the disk of the data folder the server says that it is not ready."),
    QUOTA_CALENDARS(
            "quota.calendars",
            "100",
            "a whole number from 1 to 10000",
            Accepts.between(1, 10_000),
            "How many calendars the staff of one property can make."),
    QUOTA_ENTRIES(
            "quota.entries",
            "100000",
            "a whole number from 1 to 10000000",
            Accepts.between(1, 10_000_000),
            "How many entries they can have in all calendars; room stays do not count, and one calendar holds 20,000."),
    QUOTA_MEGABYTES(
            "quota.megabytes",
            "512",
            "a whole number from 1 to 1000000",
            Accepts.between(1, 1_000_000),
            "How much room these entries can take; one calendar can take half of it."),
    QUOTA_PROPERTY_MEGABYTES(
            "quota.property-megabytes",
            "16",
            "a whole number from 1 to 10000",
            Accepts.between(1, 10_000),
            "How much room the WebDAV properties can take that calendar programs set; those of one calendar half of"
                    + " it.");

    private static final String PROPERTY_PREFIX = "roomnight.";
    private static final String VARIABLE_PREFIX = "ROOMNIGHT_";

    private final String key;
    private final @Nullable String standard;
    private final String accepts;

    @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
    private final Predicate<String> check;

    private final String sentence;

    Setting(String key, @Nullable String standard, String accepts, Predicate<String> check, String sentence) {
        this.key = key;
        this.standard = standard;
        this.accepts = accepts;
        this.check = check;
        this.sentence = sentence;
    }

    /** Its name in the settings file. */
    public String key() {
        return key;
    }

    /** Its name in the environment. */
    public String variable() {
        return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Its name among Spring's properties. */
    public String property() {
        return PROPERTY_PREFIX + key;
    }

    /** What holds when nobody sets it, in words for people; empty when nothing does. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    /** What it accepts, in words that go on after "accepts". */
    public String accepts() {
        return accepts;
    }

    /** What it is for. */
    public String sentence() {
        return sentence;
    }

    boolean takes(String value) {
        return check.test(value);
    }

    /** Secrets, and texts that may carry one, are not repeated in messages. */
    boolean mayBeShown() {
        return this != DATABASE_PASSWORD && this != DATABASE_URL;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
