@NullMarked
package org.roomnight;

import org.jspecify.annotations.NullMarked;
