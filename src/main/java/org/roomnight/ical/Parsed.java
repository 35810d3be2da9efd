package org.roomnight.ical;

import java.util.function.Function;

/** What parsing a value gave: the value, or a sentence for people that says what is wrong with it. */
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    record Bad<T>(String sentence) implements Parsed<T> {}

    /** Goes on with the value, or keeps the sentence. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Value<T>(var value) -> next.apply(value);
            case Bad<T>(var sentence) -> new Bad<>(sentence);
        };
    }
}
