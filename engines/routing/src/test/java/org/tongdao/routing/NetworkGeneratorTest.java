package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkGeneratorTest {

    private static final java.time.Instant START =
            NetworkGenerator.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(NetworkGenerator.Kind.class)
    void whatIsMadeIsSoundAndReadsBackEqual(NetworkGenerator.Kind kind) {
        var network = NetworkGenerator.of(kind, 300, 7);
        var files = NetworkWriter.files(network);
        var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
        assertThat(read.findings().stream().filter(f -> f.stops())).isEmpty();
        assertThat(read.network()).isEqualTo(network);
    }

    @ParameterizedTest
    @EnumSource(NetworkGenerator.Kind.class)
    void equalSeedsMakeEqualNetworks(NetworkGenerator.Kind kind) {
        assertThat(NetworkGenerator.of(kind, 60, 7)).isEqualTo(NetworkGenerator.of(kind, 60, 7));
        assertThat(NetworkGenerator.of(kind, 60, 7)).isNotEqualTo(NetworkGenerator.of(kind, 60, 8));
    }

    @Test
    void fiveThousandPlacesHaveAboutTwoHundredThousandStopTimes() {
        assertThat(Timetable.of(NetworkGenerator.of(NetworkGenerator.Kind.TRANSIT, 5_000, 1), START, 1)
                        .stopTimes())
                .isEqualTo(200_000);
        assertThat(Timetable.of(NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 5_000, 1), START, 28)
                        .stopTimes())
                .isBetween(150_000, 250_000);
    }

    @Test
    void aLargeNetworkIsReadAndLaidOutWithinASecondOfProcessorTime() {
        var files = NetworkWriter.files(NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 5_000, 1));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
            Timetable.of(read.network(), START, 28);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        }
        assertThat(best / 1_000_000).isLessThan(1_000);
    }

    @Test
    void tooFewPlacesAreRefused() {
        assertThatThrownBy(() -> NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 3, 1))
                .hasMessageContaining("Maybe 20");
    }
}
