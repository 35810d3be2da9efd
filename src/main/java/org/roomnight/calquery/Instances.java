package org.roomnight.calquery;

import java.util.List;

/** The instances of a recurrence set near a time. */
public sealed interface Instances {

    /** All that touch the window, and perhaps some others near it. */
    record All(List<Instance> instances) implements Instances {
        public All {
            instances = List.copyOf(instances);
        }
    }

    /** They cannot be listed; whether any is near is not known. {@code sentence} says why, for people. */
    record Unknown(String sentence) implements Instances {}
}
