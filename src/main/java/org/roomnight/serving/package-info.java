/** How the web server itself behaves: limits, strictness, and answers to requests that no door ever sees. */
@NullMarked
package org.roomnight.serving;

import org.jspecify.annotations.NullMarked;
