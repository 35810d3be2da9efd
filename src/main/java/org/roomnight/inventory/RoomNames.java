package org.roomnight.inventory;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which room type somebody means who does not know our identifier. */
public final class RoomNames {

    private RoomNames() {}

    /**
     * The room type of that name, without regard to blanks around it. Equal letter for letter wins over equal but for
     * case, and a name that it has over one that it had; empty when none or several are equally near.
     */
    public static Optional<RoomType> named(List<RoomType> types, String name) {
        String said = name.strip();
        List<Function<RoomType, Stream<String>>> names =
                List.of(type -> Stream.of(type.name()), type -> type.aliases().formerNames().stream());
        List<BiPredicate<String, String>> equal = List.of(String::equals, String::equalsIgnoreCase);
        for (var same : equal) {
            for (var known : names) {
                List<RoomType> found = types.stream()
                        .filter(type -> known.apply(type).anyMatch(one -> same.test(one.strip(), said)))
                        .toList();
                if (!found.isEmpty()) {
                    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The room type that a rate of a platform is bound to. */
    public static Optional<RoomType> bound(List<RoomType> types, String roomRate) {
        return types.stream()
                .filter(type -> type.aliases().roomRates().contains(roomRate))
                .findFirst();
    }
}
