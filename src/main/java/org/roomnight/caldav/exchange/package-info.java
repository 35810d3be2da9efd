/**
 * Requests and answers of the CalDAV door: a {@link DavCall}, a {@link DavAnswer}, and {@link Refused} for what is not done.
 */
@NullMarked
package org.roomnight.caldav.exchange;

import org.jspecify.annotations.NullMarked;
