/** OAuth2 clients, tokens and scopes. */
@NullMarked
package org.roomnight.oauth;

import org.jspecify.annotations.NullMarked;
