package org.roomnight.kernel;

/**
 * How many times a property's calendars have changed; 0 before the first change.
 *
 * <p>Revisions of one property order its commits: who has seen revision {@code n} has seen every
 * change up to {@code n}.
 */
public record Revision(long value) implements Comparable<Revision> {

    public static final Revision NONE = new Revision(0);

    public Revision next() {
        return new Revision(value + 1);
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }
}
