package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Linear programmes with few and many full rows: what the mixture costs is what its prices prove. */
class MasterProgramTest {

    private static final double STAYS = 5_000_000;
    /** The limits are moved apart by so little that this is the most it can bring. */
    private static final double APART = 5e-4;

    private static Column way(int s, double cost, int... rows) {
        var amounts = new double[rows.length];
        java.util.Arrays.fill(amounts, 1);
        return new Column(s, cost, rows, amounts, null);
    }

    private static MasterProgram solved(MasterProgram program) {
        program.start(20_000);
        program.solve(100_000);
        while (program.press()) {
            program.solve(100_000);
        }
        return program;
    }

    private static double proved(MasterProgram program, double[] limit) {
        double sum = 0;
        for (int r = 0; r < limit.length; r++) {
            assertThat(program.price[r]).isGreaterThan(-1e-2);
            sum -= program.price[r] * limit[r];
        }
        for (var some : program.columns) {
            sum += some.stream().mapToDouble(c -> c.priced(program.price)).min().orElseThrow();
        }
        return sum;
    }

    @Test
    void theDearerWayTakesWhatTheCheaperCannot() {
        var program = new MasterProgram(new double[] {2, 9}, 3);
        for (int s = 0; s < 3; s++) {
            program.columns.get(s).add(way(s, 1000, 0));
            program.columns.get(s).add(way(s, 1500 + s, 1));
            program.columns.get(s).add(way(s, STAYS));
        }
        solved(program);
        assertThat(program.value()).isCloseTo(1000 + 1000 + 1500, within(1.0));
        assertThat(program.share(program.columns.get(0).get(1))).isCloseTo(1, within(1e-4));
        assertThat(program.price[0]).isCloseTo(500, within(2.0));
        assertThat(program.price[1]).isZero();
    }

    @Test
    void whatNoRowTakesStays() {
        var program = new MasterProgram(new double[] {1}, 2);
        program.columns.get(0).add(way(0, 10, 0));
        program.columns.get(0).add(way(0, STAYS));
        program.columns.get(1).add(way(1, 10, 0));
        program.columns.get(1).add(way(1, 2 * STAYS));
        solved(program);
        assertThat(program.share(program.columns.get(0).get(1))).isCloseTo(1, within(1e-4));
        assertThat(program.share(program.columns.get(1).get(0))).isCloseTo(1, within(1e-4));
    }

    private static Column random(SplittableRandom dice, int s, int rows) {
        var on = new int[1 + dice.nextInt(4)];
        var amounts = new double[on.length];
        double size = 1 + 0.5 * (s % 4);
        for (int k = 0; k < on.length; k++) {
            on[k] = dice.nextInt(rows);
            amounts[k] = size;
        }
        return new Column(s, 1000 + dice.nextInt(9000), on, amounts, null);
    }

    @Test
    void mixturesCostWhatTheirPricesProve() {
        for (int seed = 0; seed < 40; seed++) {
            var dice = Dice.of(seed, "programme");
            int rows = 5 + dice.nextInt(60);
            int shipments = 10 + dice.nextInt(120);
            var limit = new double[rows];
            java.util.Arrays.setAll(limit, r -> 1 + dice.nextInt(12));
            var program = new MasterProgram(limit, shipments);
            for (int s = 0; s < shipments; s++) {
                for (int k = 0; k < 6; k++) {
                    program.columns.get(s).add(random(dice, s, rows));
                }
                program.columns.get(s).add(way(s, STAYS));
            }
            assertOptimal(solved(program), limit, seed);
            for (int s = 0; s < shipments; s++) {
                program.columns.get(s).add(random(dice, s, rows));
            }
            double before = program.value();
            program.solve(100_000);
            while (program.press()) {
                program.solve(100_000);
            }
            assertOptimal(program, limit, seed);
            assertThat(program.value()).isLessThanOrEqualTo(before + 1);
        }
    }

    private static void assertOptimal(MasterProgram program, double[] limit, int seed) {
        var use = new double[limit.length];
        for (var some : program.columns) {
            double whole = 0;
            for (var c : some) {
                double share = program.share(c);
                assertThat(share).as("programme " + seed).isBetween(-1e-5, 1 + 1e-5);
                whole += share;
                for (int k = 0; k < c.rows.length; k++) {
                    use[c.rows[k]] += share * c.amounts[k];
                }
            }
            assertThat(whole).as("programme " + seed).isCloseTo(1, within(1e-5));
        }
        for (int r = 0; r < limit.length; r++) {
            assertThat(use[r]).as("programme " + seed).isLessThanOrEqualTo(limit[r] + 1e-4);
        }
        double proved = proved(program, limit);
        assertThat(program.value()).as("programme " + seed).isBetween(proved * (1 - APART), proved * (1 + 1e-6));
    }
}
