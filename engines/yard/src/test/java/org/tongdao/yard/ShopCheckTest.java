package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** The checker knows nothing of the solver: a right schedule that is spoilt in any way must be complained of. */
class ShopCheckTest {

    private final ShopInstance shop = Shops.brandimarte(1);
    private final ShopSchedule right =
            ShopSolver.solve(shop, ShopLimits.moves(3_000, 1)).schedule();

    @Test
    void aRightScheduleHasNoFindings() {
        assertThat(ShopCheck.check(shop, right)).isEmpty();
    }

    @Test
    void anOperationBeforeItsPredecessorEndsIsFound() {
        for (int o = 0; o < shop.operations(); o++) {
            if (!shop.isFirst(o)) {
                int end = right.starts().get(o - 1)
                        + shop.time(o - 1, right.machines().get(o - 1));
                assertThat(rules(withStart(o, end - 1))).contains("SHOP-ORDER");
            }
        }
    }

    @Test
    void twoOperationsAtOnceOnAMachineAreFound() {
        var random = new SplittableRandom(3);
        int spoilt = 0;
        for (int turn = 0; turn < 400; turn++) {
            int a = random.nextInt(shop.operations());
            int b = random.nextInt(shop.operations());
            if (a != b && right.machines().get(a).equals(right.machines().get(b))) {
                spoilt++;
                assertThat(rules(withStart(a, right.starts().get(b)))).contains("SHOP-OVERLAP");
            }
        }
        assertThat(spoilt).isGreaterThan(20);
    }

    @Test
    void aMachineThatCannotDoItIsFound() {
        for (int o = 0; o < shop.operations(); o++) {
            for (int m = -1; m <= shop.machines(); m++) {
                if (shop.time(o, m) == 0) {
                    var machines = new ArrayList<>(right.machines());
                    machines.set(o, m);
                    assertThat(rules(new ShopSchedule(machines, right.starts())))
                            .contains("SHOP-WRONG-MACHINE");
                }
            }
        }
    }

    @Test
    void aStartBeforeZeroAndMissingOperationsAreFound() {
        assertThat(rules(withStart(0, -1))).contains("SHOP-BEFORE-ZERO");
        var few =
                new ShopSchedule(right.machines().subList(1, 5), right.starts().subList(1, 5));
        assertThat(rules(few)).containsExactly("SHOP-OPERATIONS");
    }

    private ShopSchedule withStart(int o, int start) {
        var starts = new ArrayList<>(right.starts());
        starts.set(o, start);
        return new ShopSchedule(right.machines(), starts);
    }

    private List<String> rules(ShopSchedule schedule) {
        return ShopCheck.check(shop, schedule).stream().map(Finding::rule).toList();
    }
}
