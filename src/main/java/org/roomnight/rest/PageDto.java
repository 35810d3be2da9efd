package org.roomnight.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code cursor} asks for the next one and is null on the last. */
record PageDto<T>(List<T> items, @Nullable String cursor) {

    /** A page of what was read one longer than the page, so that the end of the list is known. */
    static <S, T> PageDto<T> of(List<S> oneMore, int size, Function<S, T> item, Function<S, String> cursorAfter) {
        boolean more = oneMore.size() > size;
        List<S> shown = more ? oneMore.subList(0, size) : oneMore;
        return new PageDto<>(shown.stream().map(item).toList(), more ? cursorAfter.apply(shown.getLast()) : null);
    }
}
