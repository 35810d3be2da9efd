/**
 * Addresses of the CalDAV door and what is there: {@link DavPath} says what an address means, {@link DavTree} finds the
 * resource.
 */
@NullMarked
package org.roomnight.caldav.tree;

import org.jspecify.annotations.NullMarked;
