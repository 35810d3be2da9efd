package org.roomnight.kernel;

/** Named places where a test may make the program stop or fail; in production nothing happens there. */
@FunctionalInterface
public interface Failpoints {

    Failpoints NONE = _ -> {};

    void hit(String name);
}
