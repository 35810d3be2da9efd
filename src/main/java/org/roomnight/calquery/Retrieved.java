package org.roomnight.calquery;

import org.roomnight.ical.Component;

/** What retrieving a part of a calendar gave. */
public sealed interface Retrieved {

    record Part(Component calendar) implements Retrieved {}

    /** It has more instances in the range than are listed. {@code sentence} says why, for people. */
    record TooManyInstances(String sentence) implements Retrieved {}
}
