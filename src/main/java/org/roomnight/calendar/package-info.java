/** Claims as calendar objects: bytes, entity tags, membership, revisions, and the rendered calendar of a property. */
@NullMarked
package org.roomnight.calendar;

import org.jspecify.annotations.NullMarked;
