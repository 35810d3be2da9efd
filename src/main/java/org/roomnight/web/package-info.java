/** Pages for people. */
@NullMarked
package org.roomnight.web;

import org.jspecify.annotations.NullMarked;
