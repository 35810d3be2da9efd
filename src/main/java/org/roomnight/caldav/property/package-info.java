/**
 * Live properties (RFC 4918 §4.2), all in {@link LiveProperties}: a class each, small ones a line of {@link HrefProperties}
 * or {@link ConstantProperties}; and those that clients set ({@link PropertyChanges}).
 */
@NullMarked
package org.roomnight.caldav.property;

import org.jspecify.annotations.NullMarked;
