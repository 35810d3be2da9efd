/** The iCalendar door: the booking list of a property. */
@NullMarked
package org.roomnight.feed;

import org.jspecify.annotations.NullMarked;
