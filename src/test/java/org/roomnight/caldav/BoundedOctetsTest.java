package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class BoundedOctetsTest {

    @Test
    void an_answer_may_be_as_long_as_the_limit_and_not_longer() {
        BoundedOctets octets = new BoundedOctets(4);
        octets.write('a');
        octets.write(new byte[] {'x', 'b', 'c', 'd', 'x'}, 1, 3);
        assertThat(octets.toByteArray()).asString().isEqualTo("abcd");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> octets.write('e'))
                .satisfies(refused -> assertThat(refused.refusal().status()).isEqualTo(507));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> octets.write(new byte[9], 0, 9));
    }
}
