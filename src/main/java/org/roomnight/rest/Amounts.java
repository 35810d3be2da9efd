package org.roomnight.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Which numbers are amounts of money, and which are whole. All look at exponents first, so that 1e400 costs nothing. */
final class Amounts {

    /** Below a thousand billion, which is more than any stay costs in any currency. */
    private static final int MAX_WHOLE_DIGITS = 12;

    /** Some currencies have three decimals; one more for taxes by night. */
    static final int MAX_DECIMALS = 4;

    /** Digits of the largest number of 64 bits. */
    private static final int MAX_LONG_DIGITS = 19;

    static final String RULE = "must be a number with at most %d digits before and %d after the point"
            .formatted(MAX_WHOLE_DIGITS, MAX_DECIMALS);

    private Amounts() {}

    static boolean fits(BigDecimal amount) {
        if (amount.signum() == 0) {
            return Math.abs((long) amount.scale()) <= MAX_DECIMALS;
        }
        long wholeDigits = (long) amount.precision() - amount.scale();
        return amount.scale() <= MAX_DECIMALS && wholeDigits <= MAX_WHOLE_DIGITS;
    }

    /** Whether it is small enough to be a price, however fine it is. */
    static boolean bounded(BigDecimal amount) {
        return amount.signum() == 0 || (long) amount.precision() - amount.scale() <= MAX_WHOLE_DIGITS;
    }

    /** To so many digits after the point where it has more; of an amount that is {@link #bounded}. */
    static BigDecimal rounded(BigDecimal amount, int digits) {
        boolean nothing = amount.signum() == 0 || (long) amount.precision() - amount.scale() < -digits;
        if (nothing) {
            return BigDecimal.ZERO;
        }
        return amount.scale() <= digits ? amount : amount.setScale(digits, RoundingMode.HALF_UP);
    }

    /** Without zeros at its end, so that the same amount is written the same. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** The whole number that is written so, be it as 2, 2.0 or 2e0; empty where it is none or does not fit. */
    static OptionalLong whole(BigDecimal number) {
        if (number.signum() == 0) {
            return OptionalLong.of(0);
        }
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits < 1 || wholeDigits > MAX_LONG_DIGITS) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(number.longValueExact());
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }
}
