package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999999", "999999999999.9999", "0.0001", "1e11"})
    void what_a_stay_may_cost_is_an_amount(String number) {
        assertThat(Amounts.fits(new BigDecimal(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "1e12", "1e400", "0.00001", "1e-400", "0e400"})
    void what_is_larger_or_finer_than_any_price_is_none(String number) {
        assertThat(Amounts.fits(new BigDecimal(number))).isFalse();
    }
}
