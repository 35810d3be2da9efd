package org.roomnight.rest;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Which numbers of JSON are whole. */
final class WholeNumbers {

    /** Digits of the largest number of 64 bits. */
    private static final int MAX_DIGITS = 19;

    private WholeNumbers() {}

    /**
     * The whole number that is written so, be it as 2, 2.0 or 2e0; empty where it is none or does not fit. Looks at the
     * exponent first, so that 1e400 costs nothing.
     */
    static OptionalLong read(BigDecimal number) {
        if (number.signum() == 0) {
            return OptionalLong.of(0);
        }
        long digits = (long) number.precision() - number.scale();
        if (digits < 1 || digits > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(number.longValueExact());
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }
}
