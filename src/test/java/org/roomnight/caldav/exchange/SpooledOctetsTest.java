package org.roomnight.caldav.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class SpooledOctetsTest {

    @Test
    void an_answer_is_in_memory_up_to_a_length_and_in_a_file_past_it() {
        SpooledOctets octets = new SpooledOctets(4, 100);
        octets.write('a');
        octets.write(new byte[] {'x', 'b', 'c', 'd', 'x'}, 1, 3);
        assertThat(octets.body()).isInstanceOf(AnswerBody.Octets.class);
        assertThat(sent(octets.body())).isEqualTo("abcd");
        octets.write('e');
        octets.write(new byte[] {'f', 'g'}, 0, 2);
        try (AnswerBody body = octets.body()) {
            assertThat(body).isInstanceOf(AnswerBody.Spooled.class);
            assertThat(body.length()).isEqualTo(7);
            assertThat(sent(body)).isEqualTo("abcdefg");
        }
    }

    @Test
    void an_answer_may_be_as_long_as_the_limit_and_not_longer() {
        SpooledOctets octets = new SpooledOctets(2, 4);
        octets.write(new byte[] {'a', 'b', 'c', 'd'}, 0, 4);
        assertThat(octets.body().length()).isEqualTo(4);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> octets.write('e'))
                .satisfies(refused -> assertThat(refused.refusal().status()).isEqualTo(507));
        octets.discard();
    }

    @Test
    void what_fails_half_way_leaves_no_answer() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SpooledOctets.gather(out -> {
                    throw new IllegalStateException("half way");
                }));
    }

    private static String sent(AnswerBody body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            body.sendTo(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toString(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
