package org.roomnight.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as JSON has them: {@code OUT_OF_ORDER} is {@code out-of-order}. */
final class JsonWords {

    /** Longest text that is looked at, in characters. */
    private static final int MAX_LENGTH = 40;

    private JsonWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a member names; the usual one where it is absent or, noted as broken, none of them. */
    static <E extends Enum<E>> E read(Members members, String name, E usual) {
        String said = members.line(name, MAX_LENGTH);
        if (said == null) {
            return usual;
        }
        List<E> all = Arrays.asList(usual.getDeclaringClass().getEnumConstants());
        for (E one : all) {
            if (of(one).equals(said)) {
                return one;
            }
        }
        members.broken(
                name,
                "must be one of "
                        + String.join(", ", all.stream().map(JsonWords::of).toList()));
        return usual;
    }
}
