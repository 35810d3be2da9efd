/** What operators watch: whether the server lives and is ready, and what it counts. */
@NullMarked
package org.roomnight.operations;

import org.jspecify.annotations.NullMarked;
