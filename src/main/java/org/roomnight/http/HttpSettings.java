package org.roomnight.http;

import java.util.List;

/**
 * What the operator has set.
 *
 * @param trustedProxies addresses and CIDR blocks whose {@code X-Forwarded-For} is believed
 *     ({@code ROOMNIGHT_TRUSTED_PROXIES}); none unless set
 */
public record HttpSettings(List<String> trustedProxies) {

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
