package org.tongdao.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

    private final SignInLimit limit = new SignInLimit();

    @Test
    void fiveFailuresShutTheDoorForThatNameAndAddressOnly() {
        IntStream.range(0, 4).forEach(i -> limit.failed("a\n1"));
        assertThat(limit.blocks("a\n1")).isFalse();
        limit.failed("a\n1");
        assertThat(limit.blocks("a\n1")).isTrue();
        assertThat(limit.blocks("a\n2")).isFalse();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        IntStream.range(0, 4).forEach(i -> limit.failed("a\n1"));
        limit.succeeded("a\n1");
        limit.failed("a\n1");
        assertThat(limit.blocks("a\n1")).isFalse();
    }
}
