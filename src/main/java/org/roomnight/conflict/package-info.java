/** Double bookings: what clashed, which claim came first, and whether it is settled. */
@NullMarked
package org.roomnight.conflict;

import org.jspecify.annotations.NullMarked;
