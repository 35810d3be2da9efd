package org.roomnight.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room type is also known by: names that it had or has elsewhere, the oldest first, and the identifiers of the
 * rates by which a platform sells it. Neither has line breaks.
 */
public record Aliases(List<String> formerNames, List<String> roomRates) {

    /** Most former names, and most rates, of one room type. */
    public static final int MAX = 50;

    static final Aliases NONE = new Aliases(List.of(), List.of());

    public Aliases {
        formerNames = List.copyOf(formerNames);
        roomRates = List.copyOf(roomRates);
    }

    /** With a name that the room type had until now and without the one that it has; the oldest go where it is too many. */
    Aliases renamed(String before, String now) {
        List<String> names = new ArrayList<>(formerNames);
        names.remove(before);
        names.add(before);
        names.removeIf(now::equals);
        return new Aliases(names.subList(Math.max(0, names.size() - MAX), names.size()), roomRates);
    }

    static @Nullable String lines(List<String> texts) {
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    static List<String> ofLines(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }
}
