/** Bookings: sell, record, cancel, list; idempotency keys. */
@NullMarked
package org.roomnight.booking;

import org.jspecify.annotations.NullMarked;
