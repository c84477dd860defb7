package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolChoiceTest {

    private final Random random = new Random(17);

    /** Exhaustive knapsack of ten containers: the bound holds, the choice keeps both limits and is near the best. */
    @Test
    void theChoiceOfContainersIsBoundedByWhatTryingAllFinds() {
        int equal = 0;
        for (int n = 0; n < 200; n++) {
            var boxes = new ArrayList<TrainBox>();
            for (int i = 0; i < 10; i++) {
                var type = random.nextBoolean() ? "20GP" : "40HC";
                boxes.add(new TrainBox(
                        "B" + i, type, 1_000L * (3_000 + random.nextInt(20_000)), "R", 1 + random.nextInt(90)));
            }
            int[] size = boxes.stream().mapToInt(b -> b.isTwenty() ? 1 : 2).toArray();
            long limitG = 60_000_000L + random.nextInt(60_000) * 1_000L;
            long best = 0;
            for (int set = 0; set < 1 << boxes.size(); set++) {
                best = Math.max(best, worth(boxes, size, set, limitG));
            }
            var choice = new PoolChoice(boxes, size, 10, limitG);
            int chosen = choice.solve().stream().map(i -> 1 << i).sum();
            long worth = worth(boxes, size, chosen, limitG);
            assertThat(worth).isBetween(best * 9 / 10, best);
            assertThat(choice.bound()).isGreaterThanOrEqualTo(best - 1e-6);
            equal += worth == best ? 1 : 0;
        }
        assertThat(equal).isGreaterThan(120);
    }

    private static long worth(List<TrainBox> boxes, int[] size, int set, long limitG) {
        long worth = 0;
        long mass = 0;
        int all = 0;
        for (int i = 0; i < boxes.size(); i++) {
            if ((set & 1 << i) != 0) {
                worth += boxes.get(i).worth();
                mass += boxes.get(i).grossG();
                all += size[i];
            }
        }
        return mass <= limitG && all <= 10 ? worth : -1;
    }
}
