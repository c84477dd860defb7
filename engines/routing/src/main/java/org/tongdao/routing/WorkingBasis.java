package org.tongdao.routing;

import java.util.Arrays;

/**
 * The working basis of a {@link MasterProgram}: of the rows that were ever full, by the basic columns that are no keys, each less the key of its shipment.
 * Kept as {@link SparseFactors} and the steps since, in order; factored anew when these become many.
 */
final class WorkingBasis {

    private static final double TINY = 1e-12;
    private static final int STEPS = 100;

    private final Column[] key;
    int size;
    /** Programme row by index; index by programme row, or −1. */
    int[] row = new int[64];

    final int[] index;
    /** By position: the variable and its value. */
    Column[] column = new Column[64];

    double[] value = new double[64];
    double[] line = new double[64];
    private double[] spare = new double[64];

    private SparseFactors factors = new SparseFactors(new int[0][], new double[0][], new int[0]);
    /** What happened since: at a position, a combination of positions is put in its place, or the position is divided and taken off others. */
    private int[] stepAt = new int[STEPS];

    private boolean[] combines = new boolean[STEPS];
    private int[][] stepOf = new int[STEPS][];
    private double[][] stepValue = new double[STEPS][];
    private int steps;
    private int most = STEPS;
    private long stepEntries;
    /** Entries looked at. */
    long work;

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
        var at = new int[size + 1];
        var by = new double[size + 1];
        int count = 0;
        for (int p = 0; p < size; p++) {
            double w = -sign * coefficient(column[p], r);
            if (w != 0) {
                at[count] = p;
                by[count++] = w;
            }
        }
        at[count] = size;
        by[count++] = sign;
        row[size] = r;
        index[r] = size;
        column[size] = of;
        of.at = size;
        value[size] = amount;
        size++;
        step(size - 1, true, Arrays.copyOf(at, count), Arrays.copyOf(by, count));
        return size - 1;
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
        line = Arrays.copyOf(line, more);
        spare = new double[more];
    }

    private void step(int at, boolean combination, int[] of, double[] by) {
        if (steps == stepAt.length) {
            int more = 2 * steps;
            stepAt = Arrays.copyOf(stepAt, more);
            combines = Arrays.copyOf(combines, more);
            stepOf = Arrays.copyOf(stepOf, more);
            stepValue = Arrays.copyOf(stepValue, more);
        }
        stepAt[steps] = at;
        combines[steps] = combination;
        stepOf[steps] = of;
        stepValue[steps++] = by;
        stepEntries += of.length;
    }

    /** Takes rows out on which there is room; leaves all as it is where what remains cannot be factored. */
    void shrink(double room) {
        int before = size;
        var rowsBefore = Arrays.copyOf(row, size);
        var columnsBefore = Arrays.copyOf(column, size);
        var valuesBefore = Arrays.copyOf(value, size);
        take(room);
        if (!factor()) {
            size = before;
            for (int i = 0; i < size; i++) {
                row[i] = rowsBefore[i];
                index[row[i]] = i;
                column[i] = columnsBefore[i];
                column[i].at = i;
                value[i] = valuesBefore[i];
            }
        }
    }

    private void take(double room) {
        int kept = 0;
        for (int p = 0; p < size; p++) {
            if (column[p].isLeft() && value[p] > room) {
                index[column[p].rows[0]] = -1;
                column[p].at = Column.OUT;
            } else {
                column[kept] = column[p];
                value[kept] = value[p];
                column[kept].at = kept;
                kept++;
            }
        }
        int rows = 0;
        for (int i = 0; i < size; i++) {
            if (index[row[i]] >= 0) {
                row[rows] = row[i];
                index[row[i]] = rows++;
            }
        }
        size = kept;
    }

    /** False, and nothing is changed, when rounding has made the columns hang together: the steps so far still hold. */
    private boolean factor() {
        var cols = new int[size][8];
        var values = new double[size][8];
        var count = new int[size];
        for (int p = 0; p < size; p++) {
            entries(column[p], 1, p, cols, values, count);
            if (column[p].shipment >= 0) {
                entries(key[column[p].shipment], -1, p, cols, values, count);
            }
        }
        for (int i = 0; i < size; i++) {
            int left = 0;
            for (int k = 0; k < count[i]; k++) {
                if (Math.abs(values[i][k]) > TINY) {
                    cols[i][left] = cols[i][k];
                    values[i][left++] = values[i][k];
                }
            }
            count[i] = left;
        }
        try {
            factors = new SparseFactors(cols, values, count);
        } catch (ArithmeticException e) {
            most = 2 * steps;
            return false;
        }
        steps = 0;
        stepEntries = 0;
        most = STEPS;
        work += 20 * factors.filled;
        return true;
    }

    private void entries(Column c, double sign, int p, int[][] cols, double[][] values, int[] count) {
        for (int k = 0; k < c.rows.length; k++) {
            int i = index[c.rows[k]];
            if (i < 0) {
                continue;
            }
            int n = count[i];
            if (n > 0 && cols[i][n - 1] == p) {
                values[i][n - 1] += sign * c.amounts[k];
                continue;
            }
            if (n == cols[i].length) {
                cols[i] = Arrays.copyOf(cols[i], 2 * n);
                values[i] = Arrays.copyOf(values[i], 2 * n);
            }
            cols[i][n] = p;
            values[i][n] = sign * c.amounts[k];
            count[i]++;
        }
    }

    /** The rates at which the basic values fall when a right side of few entries rises. */
    void rates(int[] at, double[] amount, int count, double[] to) {
        Arrays.fill(to, 0, size, 0);
        for (int k = 0; k < count; k++) {
            to[at[k]] += amount[k];
        }
        factors.solve(to, spare);
        for (int k = 0; k < steps; k++) {
            apply(k, to);
        }
        for (int p = 0; p < size; p++) {
            to[p] = Math.abs(to[p]) < TINY ? 0 : to[p];
        }
        work += factors.filled + stepEntries + size;
    }

    private void apply(int k, double[] x) {
        int p = stepAt[k];
        var of = stepOf[k];
        var by = stepValue[k];
        if (combines[k]) {
            double sum = 0;
            for (int j = 0; j < of.length; j++) {
                sum += by[j] * x[of[j]];
            }
            x[p] = sum;
        } else if (x[p] != 0) {
            double t = x[p] * by[0];
            x[p] = t;
            for (int j = 1; j < of.length; j++) {
                x[of[j]] -= by[j] * t;
            }
        }
    }

    private void applyTransposed(int k, double[] y) {
        int p = stepAt[k];
        var of = stepOf[k];
        var by = stepValue[k];
        double t = y[p];
        if (combines[k]) {
            if (t != 0) {
                y[p] = 0;
                for (int j = 0; j < of.length; j++) {
                    y[of[j]] += by[j] * t;
                }
            }
        } else {
            for (int j = 1; j < of.length; j++) {
                t -= by[j] * y[of[j]];
            }
            y[p] = t * by[0];
        }
    }

    /** A row vector by position becomes one by row, that vector times the inverse. */
    void left(double[] vector) {
        for (int k = steps - 1; k >= 0; k--) {
            applyTransposed(k, vector);
        }
        factors.solveTransposed(vector, spare);
        work += factors.filled + stepEntries;
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
        var by = new double[count];
        Arrays.fill(by, -1);
        step(p, true, Arrays.copyOf(others, count), by);
        var old = key[s];
        key[s] = newKey;
        newKey.at = Column.KEY;
        column[p] = old;
        old.at = p;
    }

    /** A column comes in at a position at which its rate is not 0; afterwards {@link #line} is that position's row of the inverse. */
    void replace(int p, Column by, double[] rates) {
        var of = new int[size];
        var falls = new double[size];
        of[0] = p;
        falls[0] = 1 / rates[p];
        int count = 1;
        for (int k = 0; k < size; k++) {
            if (k != p && rates[k] != 0) {
                of[count] = k;
                falls[count++] = rates[k];
            }
        }
        step(p, false, Arrays.copyOf(of, count), Arrays.copyOf(falls, count));
        column[p].at = Column.OUT;
        column[p] = by;
        by.at = p;
        if (steps >= most && (stepEntries > size || stepEntries > 3 * factors.filled + 1_000)) {
            factor();
        }
        Arrays.fill(line, 0, size, 0);
        line[p] = 1;
        left(line);
    }
}
