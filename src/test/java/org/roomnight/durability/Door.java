package org.roomnight.durability;

/** A way to ask a server for an operation; returns when it was answered or the connection was lost. */
@FunctionalInterface
interface Door {

    Answer ask(Operation operation);
}
