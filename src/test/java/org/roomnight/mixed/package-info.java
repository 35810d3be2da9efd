/** All doors of one house, written and asked at random at all nodes, against a model of what was acknowledged. */
@NullMarked
package org.roomnight.mixed;

import org.jspecify.annotations.NullMarked;
