package org.roomnight.oauth;

import org.roomnight.kernel.Secret;

/** A client just registered; its secret is not stored, so this is the only time it can be shown. */
public record NewClient(String clientId, Secret clientSecret) {}
