/**
 * HTTP methods of the CalDAV door: a class each, which a {@link DavMethod} is.
 */
@NullMarked
package org.roomnight.caldav.method;

import org.jspecify.annotations.NullMarked;
