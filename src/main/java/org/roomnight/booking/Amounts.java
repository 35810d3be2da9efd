package org.roomnight.booking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Which numbers are amounts of money. All look at exponents first, so that 1e400 costs nothing. */
public final class Amounts {

    /** Below a thousand billion, which is more than any stay costs in any currency. */
    private static final int MAX_WHOLE_DIGITS = 12;

    /** Some currencies have three decimals; one more for taxes by night. */
    public static final int MAX_DECIMALS = 4;

    /** What an amount must be, as the end of a sentence about it. */
    public static final String RULE = "must be a number with at most %d digits before and %d after the point"
            .formatted(MAX_WHOLE_DIGITS, MAX_DECIMALS);

    private Amounts() {}

    /** Whether it is small enough to be a price, and no finer than any. */
    public static boolean fits(BigDecimal amount) {
        if (amount.signum() == 0) {
            return Math.abs((long) amount.scale()) <= MAX_DECIMALS;
        }
        long wholeDigits = (long) amount.precision() - amount.scale();
        return amount.scale() <= MAX_DECIMALS && wholeDigits <= MAX_WHOLE_DIGITS;
    }

    /** Whether it is small enough to be a price, however fine it is. */
    public static boolean bounded(BigDecimal amount) {
        return amount.signum() == 0 || (long) amount.precision() - amount.scale() <= MAX_WHOLE_DIGITS;
    }

    /** To so many digits after the point where it has more; of an amount that is {@link #bounded}. */
    public static BigDecimal rounded(BigDecimal amount, int digits) {
        boolean nothing = amount.signum() == 0 || (long) amount.precision() - amount.scale() < -digits;
        if (nothing) {
            return BigDecimal.ZERO;
        }
        return amount.scale() <= digits ? amount : amount.setScale(digits, RoundingMode.HALF_UP);
    }

    /** Without zeros at its end, so that the same amount is written the same. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
