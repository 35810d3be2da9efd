package org.roomnight.connection;

import java.util.List;

/**
 * What the operator has set.
 *
 * @param trustedProxies addresses and CIDR blocks whose {@code X-Forwarded-For} is believed
 *     ({@code ROOMNIGHT_TRUSTED_PROXIES}); none unless set
 */
public record ConnectionSettings(List<String> trustedProxies) {

    public ConnectionSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
