package org.tongdao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongdao.platform.TestHome;
import org.tongdao.terms.Dice;

/** kill -9 at any moment, then the same command again: the same final state as a run that nobody disturbed. */
class KillAtAnyMomentIT {

    @Test
    void aKilledRunEndsLikeAnUndisturbedOne() throws Exception {
        assertThat(disturbed(4, 1)).isEqualTo(undisturbed());
    }

    @Test
    @Tag("slow")
    void manyKillsLeaveNoTrace() throws Exception {
        assertThat(disturbed(25, 2)).isEqualTo(undisturbed());
    }

    private static String undisturbed() throws Exception {
        return Files.readString(ShipProcess.undisturbed().resolve("summary.json"));
    }

    /** Kills as often as asked, each time somewhere between the start of the JVM and a little further than the last run came. */
    private static String disturbed(int kills, long seed) throws Exception {
        var folder = TestHome.create();
        var random = Dice.of(seed, "kills");
        for (int i = 0; i < kills; i++) {
            ShipProcess.start(folder).killAfter(Duration.ofMillis(800 + random.nextInt(11_000)));
        }
        return ShipProcess.start(folder).summary();
    }
}
