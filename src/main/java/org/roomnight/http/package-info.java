/** Answers that every HTTP door gives alike: problems of RFC 9457. */
@NullMarked
package org.roomnight.http;

import org.jspecify.annotations.NullMarked;
