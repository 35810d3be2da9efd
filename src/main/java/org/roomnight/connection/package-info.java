/** A property's calendar account: passkeys, their encryption and their check. */
@NullMarked
package org.roomnight.connection;

import org.jspecify.annotations.NullMarked;
