package org.roomnight.serving;

import java.util.Optional;

/** What the operations address answers to GET and HEAD; asked by threads of its own, so it must not wait long. */
public interface OperationsPages {

    /** One answer. */
    record Page(int status, String type, String body) {}

    /** The page at a path; empty where there is none. */
    Optional<Page> at(String path);
}
