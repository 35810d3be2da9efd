package org.roomnight.rest;

import java.math.BigDecimal;

/** Which amounts of money are taken. */
final class Amounts {

    /** Below a thousand billion, which is more than any stay costs in any currency. */
    private static final int MAX_WHOLE_DIGITS = 12;

    /** Some currencies have three decimals; one more for taxes by night. */
    private static final int MAX_DECIMALS = 4;

    static final String RULE = "must be a number with at most %d digits before and %d after the point"
            .formatted(MAX_WHOLE_DIGITS, MAX_DECIMALS);

    private Amounts() {}

    /** Looks at exponents only, so that 1e400 costs nothing. */
    static boolean fits(BigDecimal amount) {
        if (amount.signum() == 0) {
            return Math.abs((long) amount.scale()) <= MAX_DECIMALS;
        }
        long wholeDigits = (long) amount.precision() - amount.scale();
        return amount.scale() <= MAX_DECIMALS && wholeDigits <= MAX_WHOLE_DIGITS;
    }
}
