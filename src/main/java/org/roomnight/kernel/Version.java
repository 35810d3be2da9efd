package org.roomnight.kernel;

/** How many times one record was written; 1 when it is new. Shown as its entity tag and asked for in If-Match. */
public record Version(long value) {

    public static final Version FIRST = new Version(1);

    public Version next() {
        return new Version(value + 1);
    }
}
