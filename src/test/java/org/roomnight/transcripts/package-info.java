/** Plays what calendar programs send, and compares what the server answers with what was written down. */
@NullMarked
package org.roomnight.transcripts;

import org.jspecify.annotations.NullMarked;
