package org.roomnight.connection;

import java.nio.file.Path;
import java.util.List;

/**
 * What an operator sets for connections.
 *
 * @param keyFile where the server's keys are ({@code ROOMNIGHT_KEY_FILE}); best in a folder of its own, which is then
 *     made with mode 0700
 * @param trustedProxies addresses and CIDR blocks whose {@code X-Forwarded-For} is believed
 *     ({@code ROOMNIGHT_TRUSTED_PROXIES}); none unless set
 */
public record ConnectionSettings(Path keyFile, List<String> trustedProxies) {

    public ConnectionSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
