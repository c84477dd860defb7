package org.tongdao.routing;

import java.util.Arrays;

/**
 * The working inverse of a {@link MasterProgram}: of the rows that were ever full, by the basic columns that are no keys, each less the key of its
 * shipment.
 */
final class WorkingBasis {

    private static final double TINY = 1e-12;

    private final Column[] key;
    int size;
    /** Programme row by index; index by programme row, or −1. */
    int[] row = new int[64];

    final int[] index;
    /** By position: the variable and its value. By index of row and then position: the inverse. */
    Column[] column = new Column[64];

    double[] value = new double[64];
    double[][] inverse = new double[64][64];
    double[] line = new double[64];

    WorkingBasis(int rows, Column[] key) {
        this.key = key;
        index = new int[rows];
        Arrays.fill(index, -1);
    }

    /** One more row, with its own variable basic. */
    int extend(Column of, double amount) {
        grow();
        int r = of.rows[0];
        double sign = of.amounts[0];
        var w = new double[size];
        for (int p = 0; p < size; p++) {
            w[p] = -sign * coefficient(column[p], r);
            inverse[size][p] = 0;
        }
        inverse[size][size] = sign;
        for (int p = 0; p < size; p++) {
            for (int i = 0; w[p] != 0 && i < size; i++) {
                inverse[i][size] += w[p] * inverse[i][p];
            }
        }
        row[size] = r;
        index[r] = size;
        column[size] = of;
        of.at = size;
        value[size] = amount;
        return size++;
    }

    private double coefficient(Column c, int r) {
        return c.shipment < 0 ? c.amount(r) : c.amount(r) - key[c.shipment].amount(r);
    }

    private void grow() {
        if (size < row.length) {
            return;
        }
        int more = row.length * 3 / 2;
        row = Arrays.copyOf(row, more);
        column = Arrays.copyOf(column, more);
        value = Arrays.copyOf(value, more);
        line = new double[more];
        inverse = Arrays.copyOf(inverse, more);
        for (int i = 0; i < more; i++) {
            inverse[i] = i < size ? Arrays.copyOf(inverse[i], more) : new double[more];
        }
    }

    /** Takes rows out on which there is room. */
    void shrink(double room) {
        for (int p = size - 1; p >= 0; p--) {
            if (column[p].isLeft() && value[p] > room) {
                remove(p);
            }
        }
    }

    private void remove(int p) {
        int i = index[column[p].rows[0]];
        index[row[i]] = -1;
        column[p].at = Column.OUT;
        int last = size - 1;
        var spare = inverse[i];
        inverse[i] = inverse[last];
        inverse[last] = spare;
        column[p] = column[last];
        value[p] = value[last];
        if (p != last) {
            column[p].at = p;
        }
        for (int k = 0; k < last; k++) {
            inverse[k][p] = inverse[k][last];
            inverse[k][last] = 0;
        }
        row[i] = row[last];
        if (i != last) {
            index[row[i]] = i;
        }
        size = last;
    }

    /** The rates at which the basic values fall when a right side of few entries rises. */
    void rates(int[] at, double[] amount, int count, double[] to) {
        Arrays.fill(to, 0, size, 0);
        for (int k = 0; k < count; k++) {
            var line = inverse[at[k]];
            for (int p = 0; p < size; p++) {
                to[p] += line[p] * amount[k];
            }
        }
        for (int p = 0; p < size; p++) {
            to[p] = Math.abs(to[p]) < TINY ? 0 : to[p];
        }
    }

    /** The key of a shipment and the column at a position change their parts. */
    void exchangeKey(int p) {
        var newKey = column[p];
        int s = newKey.shipment;
        var others = new int[size];
        int count = 0;
        for (int k = 0; k < size; k++) {
            if (column[k].shipment == s) {
                others[count++] = k;
            }
        }
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += inverse[i][others[k]];
            }
            inverse[i][p] = -sum;
        }
        var old = key[s];
        key[s] = newKey;
        newKey.at = Column.KEY;
        column[p] = old;
        old.at = p;
    }

    /** A column comes in at a position at which its rate is not 0; afterwards {@link #line} is that position's row of the inverse. */
    void replace(int p, Column by, double[] rates) {
        double pivot = 1 / rates[p];
        var moved = new int[size];
        int count = 0;
        for (int k = 0; k < size; k++) {
            if (k != p && rates[k] != 0) {
                moved[count++] = k;
            }
        }
        for (int i = 0; i < size; i++) {
            var down = inverse[i];
            double here = down[p] * pivot;
            line[i] = Math.abs(here) < TINY ? 0 : here;
            down[p] = line[i];
            for (int k = 0; line[i] != 0 && k < count; k++) {
                down[moved[k]] -= rates[moved[k]] * line[i];
            }
        }
        column[p].at = Column.OUT;
        column[p] = by;
        by.at = p;
    }
}
