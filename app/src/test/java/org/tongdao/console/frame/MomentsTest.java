package org.tongdao.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final Moments at = new Moments(new Places(), Instant.EPOCH);

    @Test
    void aMomentWrittenForMachinesIsReadInLocalTime() {
        assertThat(at.told("It is 2026-12-02T23:00:00Z now.", "DST")).isEqualTo("It is 2026-12-03 04:00 +5 now.");
        assertThat(at.told("2026-12-02T16:30:00.5Z", "AKL")).isEqualTo("2026-12-03 00:30");
    }

    @Test
    void whatOnlyLooksLikeAMomentStaysAsItIs() {
        assertThat(at.told("2026-99-02T23:00:00Z $1", "AKL")).isEqualTo("2026-99-02T23:00:00Z $1");
        assertThat(at.told("TDGU0002064", "AKL")).isEqualTo("TDGU0002064");
    }
}
