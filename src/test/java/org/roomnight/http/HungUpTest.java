package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class HungUpTest {

    @Test
    void a_connection_that_was_closed_or_stood_still_is_the_clients_doing() {
        assertThat(HungUp.isCauseOf(new EOFException())).isTrue();
        assertThat(HungUp.isCauseOf(new IllegalStateException(new ClosedChannelException())))
                .isTrue();
        IOException standstill = new IOException("failed to write", new TimeoutException("idle"));
        assertThat(HungUp.isCauseOf(new IllegalStateException(standstill))).isTrue();
    }

    @Test
    void a_failure_of_the_server_is_not() {
        assertThat(HungUp.isCauseOf(new IOException("disk full"))).isFalse();
        assertThat(HungUp.isCauseOf(new IllegalStateException(new TimeoutException("a look-up"))))
                .isFalse();
    }
}
