/** Nodes that share one database: who I am, and waking the others after a commit. */
@NullMarked
package org.roomnight.cluster;

import org.jspecify.annotations.NullMarked;
