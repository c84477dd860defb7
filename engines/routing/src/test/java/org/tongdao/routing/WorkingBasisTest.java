package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** After any order of rows that come and go, columns that come in and keys that change, the basis still solves with the matrix it stands for. */
class WorkingBasisTest {

    private static final int ROWS = 40;
    private static final int SHIPMENTS = 12;

    private final List<List<Column>> ways = new ArrayList<>();
    private final Column[] key = new Column[SHIPMENTS];
    private WorkingBasis basis = new WorkingBasis(ROWS, key);

    private void begin(SplittableRandom random) {
        ways.clear();
        for (int s = 0; s < SHIPMENTS; s++) {
            var some = new ArrayList<Column>();
            for (int k = 0; k < 8; k++) {
                var rows = random.ints(0, ROWS)
                        .distinct()
                        .limit(1 + random.nextInt(5))
                        .toArray();
                var amounts = new double[rows.length];
                Arrays.fill(amounts, 1 + 0.5 * (s % 4));
                some.add(new Column(s, 100, rows, amounts, null));
            }
            ways.add(some);
            key[s] = some.get(0);
            key[s].at = Column.KEY;
        }
        basis = new WorkingBasis(ROWS, key);
    }

    private double coefficient(int p, int i) {
        var c = basis.column[p];
        return c.shipment < 0 ? c.amount(basis.row[i]) : c.amount(basis.row[i]) - key[c.shipment].amount(basis.row[i]);
    }

    /** Entries of a column less its key, at the rows of the basis. */
    private double[] rates(Column c) {
        var at = new int[basis.size];
        var amount = new double[basis.size];
        int count = 0;
        for (int i = 0; i < basis.size; i++) {
            double all = c.shipment < 0
                    ? c.amount(basis.row[i])
                    : c.amount(basis.row[i]) - key[c.shipment].amount(basis.row[i]);
            if (all != 0) {
                at[count] = i;
                amount[count++] = all;
            }
        }
        var to = new double[basis.row.length];
        basis.rates(at, amount, count, to);
        return to;
    }

    private void assertSolves(Column c, String name) {
        var x = rates(c);
        for (int i = 0; i < basis.size; i++) {
            double sum = 0;
            for (int p = 0; p < basis.size; p++) {
                sum += coefficient(p, i) * x[p];
            }
            double wanted = c.shipment < 0
                    ? c.amount(basis.row[i])
                    : c.amount(basis.row[i]) - key[c.shipment].amount(basis.row[i]);
            assertThat(sum).as(name).isCloseTo(wanted, within(1e-6));
        }
    }

    private boolean enter(SplittableRandom random) {
        var some = ways.get(random.nextInt(SHIPMENTS));
        var in = some.get(random.nextInt(some.size()));
        if (in.at != Column.OUT || basis.size == 0) {
            return false;
        }
        var x = rates(in);
        int p = random.nextInt(basis.size);
        if (Math.abs(x[p]) < 0.3) {
            return false;
        }
        basis.replace(p, in, x);
        for (int k = 0; k < basis.size; k++) {
            double sum = 0;
            for (int i = 0; i < basis.size; i++) {
                sum += basis.line[i] * coefficient(k, i);
            }
            assertThat(sum).as("row of the inverse").isCloseTo(k == p ? 1 : 0, within(1e-6));
        }
        return true;
    }

    private boolean exchange(SplittableRandom random) {
        for (int p = 0; p < basis.size; p++) {
            if (basis.column[p].shipment >= 0 && random.nextBoolean()) {
                basis.exchangeKey(p);
                return true;
            }
        }
        return false;
    }

    @Test
    void theBasisSolvesAfterAnyOrderOfChanges() {
        int entered = 0;
        int exchanged = 0;
        for (int seed = 0; seed < 25; seed++) {
            var random = Dice.of(seed, "basis");
            begin(random);
            for (int change = 0; change < 160; change++) {
                int row = random.nextInt(ROWS);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        if (basis.index[row] < 0) {
                            basis.extend(Column.ofRow(row, random.nextBoolean() ? 1 : -1, 5), 1);
                        }
                    }
                    case 1 -> exchanged += exchange(random) ? 1 : 0;
                    default -> entered += enter(random) ? 1 : 0;
                }
                if (change % 50 == 49) {
                    basis.shrink(0.5);
                }
                if (change % 8 == 0) {
                    assertSolves(ways.get(change % SHIPMENTS).get(3), "seed " + seed + " change " + change);
                }
            }
        }
        assertThat(entered).isGreaterThan(250);
        assertThat(exchanged).isGreaterThan(100);
    }
}
