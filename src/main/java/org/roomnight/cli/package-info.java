/** Commands of the launcher. */
@NullMarked
package org.roomnight.cli;

import org.jspecify.annotations.NullMarked;
