package org.roomnight.kernel;

import java.time.Instant;

/**
 * A revision of a property, the moment its change was made, and the mark that tells it from one of the same number in
 * another history. What is kept is true as long as the stamp that it was made of is the current one.
 */
public record Stamp(Revision revision, Instant changedAt, HistoryMark mark) {}
