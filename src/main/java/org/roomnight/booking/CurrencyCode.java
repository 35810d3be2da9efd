package org.roomnight.booking;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** A currency that is paid in (ISO 4217), and how fine its amounts are: {@code digits} after the point. */
public record CurrencyCode(String code, int digits) {

    /** Empty where there is no such currency, or it is no money, such as XAU (gold) and XXX (none). */
    public static Optional<CurrencyCode> parse(String code) {
        try {
            Currency known = Currency.getInstance(code);
            return known.getDefaultFractionDigits() < 0
                    ? Optional.empty()
                    : Optional.of(new CurrencyCode(code, known.getDefaultFractionDigits()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether an amount is no finer than the smallest coin; 135.600 is as fine as 135.6. */
    public boolean pays(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= digits;
    }
}
