package org.roomnight.kernel;

/**
 * Tells under which history of the database a revision was made: random, another one for what was made after a restore.
 * A revision and its mark name one state of a property for good; the number alone is given again after a restore.
 */
public record HistoryMark(String text) {}
