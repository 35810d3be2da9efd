package org.roomnight.kernel;

/** A text that must not be seen in logs, traces or messages: only {@link #reveal} gives it away. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
