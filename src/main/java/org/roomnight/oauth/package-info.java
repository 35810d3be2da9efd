/** OAuth2 clients, tokens and scopes. */
@ApplicationModule(allowedDependencies = {"http", "kernel", "keys", "security", "storage"})
@NullMarked
package org.roomnight.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
