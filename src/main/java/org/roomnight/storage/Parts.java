package org.roomnight.storage;

import java.util.ArrayList;
import java.util.List;

/** Long lists cut into parts that one statement takes, for each database bounds the parameters of a statement. */
public final class Parts {

    private Parts() {}

    /** The list in order, in parts of at most so many; none for an empty list. */
    public static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return parts;
    }
}
