package org.tongdao.console.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskLimitTest {

    private static final long HOUR = 3_600_000_000_000L;
    private final AskLimit limit = new AskLimit();

    @Test
    void twentyWishesAnHourAndThenNoMoreUntilTheHourIsOver() {
        for (int i = 0; i < AskLimit.MOST; i++) {
            assertThat(limit.allows("10.0.0.1", i)).isTrue();
        }
        assertThat(limit.allows("10.0.0.1", HOUR - 1)).isFalse();
        assertThat(limit.allows("10.0.0.2", HOUR - 1)).isTrue();
        assertThat(limit.allows("10.0.0.1", HOUR + 1)).isTrue();
    }
}
