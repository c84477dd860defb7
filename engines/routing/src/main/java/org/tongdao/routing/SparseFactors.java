package org.tongdao.routing;

import java.util.Arrays;

/**
 * A sparse square matrix as a product of triangles, for solving with it and with its transpose: Gaussian elimination that takes the pivot which may fill
 * least (Markowitz, The elimination form of the inverse, 1957) among those large enough.
 */
final class SparseFactors {

    private static final double LARGE = 0.1;
    private static final double TINY = 1e-11;
    private static final int CANDIDATES = 4;

    private final int size;
    /** While eliminating: entries by row, and which rows stand in a column. */
    private final int[][] cols;

    private final double[][] values;
    private final int[] rowCount;
    private final int[][] rows;
    private final int[] colCount;
    private final double[] work;
    private final int[] seen;
    private int stamp;
    /** Columns by how many rows stand in them: first of a count, next and previous of the same. */
    private final int[] head;

    private final int[] next;
    private final int[] previous;

    /** By step: the pivot. */
    final int[] pivotRow;

    final int[] pivotCol;
    final double[] pivot;
    /** By step: rows from which the pivot row was taken, how often. */
    private final int[][] lower;

    private final double[][] times;
    /** By step: the columns right of the pivot in its row; and the pivot rows above it in its column. */
    private final int[][] right;

    private final double[][] rightValue;
    private final int[][] above;
    private final double[][] aboveValue;
    private int steps;
    /** Entries in all. */
    long filled;

    /** Of entries by row; throws {@link ArithmeticException} when a column hangs on others. */
    SparseFactors(int[][] cols, double[][] values, int[] rowCount) {
        size = rowCount.length;
        this.cols = cols;
        this.values = values;
        this.rowCount = rowCount;
        rows = new int[size][];
        colCount = new int[size];
        work = new double[size];
        seen = new int[size];
        head = new int[size + 1];
        next = new int[size];
        previous = new int[size];
        pivotRow = new int[size];
        pivotCol = new int[size];
        pivot = new double[size];
        lower = new int[size][];
        times = new double[size][];
        right = new int[size][];
        rightValue = new double[size][];
        above = new int[size][];
        aboveValue = new double[size][];
        columns();
        for (steps = 0; steps < size; steps++) {
            eliminate();
        }
        turn();
    }

    private void columns() {
        for (int r = 0; r < size; r++) {
            for (int k = 0; k < rowCount[r]; k++) {
                colCount[cols[r][k]]++;
            }
        }
        Arrays.fill(head, -1);
        for (int c = 0; c < size; c++) {
            rows[c] = new int[Math.max(4, colCount[c])];
            colCount[c] = 0;
        }
        for (int r = 0; r < size; r++) {
            for (int k = 0; k < rowCount[r]; k++) {
                int c = cols[r][k];
                rows[c][colCount[c]++] = r;
            }
        }
        for (int c = 0; c < size; c++) {
            file(c);
        }
    }

    private void file(int c) {
        int count = colCount[c];
        next[c] = head[count];
        previous[c] = -1;
        if (head[count] >= 0) {
            previous[head[count]] = c;
        }
        head[count] = c;
    }

    private void unfile(int c) {
        if (previous[c] >= 0) {
            next[previous[c]] = next[c];
        } else {
            head[colCount[c]] = next[c];
        }
        if (next[c] >= 0) {
            previous[next[c]] = previous[c];
        }
    }

    private void eliminate() {
        int bestRow = -1;
        int bestCol = -1;
        long least = Long.MAX_VALUE;
        int tried = 0;
        for (int count = 1; count <= size && tried < CANDIDATES && least > (long) (count - 1) * (count - 1); count++) {
            for (int c = head[count]; c >= 0 && tried < CANDIDATES; c = next[c]) {
                int r = row(c);
                long fill = r < 0 ? Long.MAX_VALUE : (long) (rowCount[r] - 1) * (count - 1);
                tried += r < 0 ? 0 : 1;
                if (fill < least) {
                    least = fill;
                    bestRow = r;
                    bestCol = c;
                }
            }
        }
        if (bestCol < 0) {
            throw new ArithmeticException(
                    "columns hang together at step " + steps + " of " + size + ". Maybe the programme is ill scaled.");
        }
        take(bestRow, bestCol);
    }

    /** The shortest row of those whose entry is large enough in a column; −1 when all are nothing. */
    private int row(int c) {
        double most = TINY;
        for (int k = 0; k < colCount[c]; k++) {
            most = Math.max(most, Math.abs(value(rows[c][k], c)));
        }
        int best = -1;
        for (int k = 0; k < colCount[c]; k++) {
            int r = rows[c][k];
            if (Math.abs(value(r, c)) >= Math.max(TINY, LARGE * most) && (best < 0 || rowCount[r] < rowCount[best])) {
                best = r;
            }
        }
        return best;
    }

    private double value(int r, int c) {
        for (int k = 0; k < rowCount[r]; k++) {
            if (cols[r][k] == c) {
                return values[r][k];
            }
        }
        return 0;
    }

    private void take(int r, int c) {
        double v = value(r, c);
        pivotRow[steps] = r;
        pivotCol[steps] = c;
        pivot[steps] = v;
        unfile(c);
        int[] from = cols[r];
        double[] of = values[r];
        int count = 0;
        for (int k = 0; k < rowCount[r]; k++) {
            if (from[k] != c) {
                from[count] = from[k];
                of[count++] = of[k];
                drop(from[count - 1], r);
            }
        }
        right[steps] = Arrays.copyOf(from, count);
        rightValue[steps] = Arrays.copyOf(of, count);
        int others = 0;
        lower[steps] = new int[colCount[c] - 1];
        times[steps] = new double[colCount[c] - 1];
        for (int k = 0; k < colCount[c]; k++) {
            int other = rows[c][k];
            if (other != r) {
                lower[steps][others] = other;
                times[steps][others++] = subtract(other, c, v);
            }
        }
        filled += count + others + 1;
        cols[r] = new int[0];
        values[r] = new double[0];
        rowCount[r] = 0;
    }

    private void drop(int c, int r) {
        unfile(c);
        int[] in = rows[c];
        for (int k = 0; k < colCount[c]; k++) {
            if (in[k] == r) {
                in[k] = in[--colCount[c]];
                break;
            }
        }
        file(c);
    }

    /** Takes the pivot row off another so that nothing is left in the pivot column; how often. */
    private double subtract(int r, int c, double v) {
        stamp++;
        int at = -1;
        for (int k = 0; k < rowCount[r]; k++) {
            work[cols[r][k]] = k;
            seen[cols[r][k]] = stamp;
            at = cols[r][k] == c ? k : at;
        }
        double factor = values[r][at] / v;
        int last = --rowCount[r];
        cols[r][at] = cols[r][last];
        values[r][at] = values[r][last];
        work[cols[r][at]] = at;
        int[] pivots = right[steps];
        for (int k = 0; k < pivots.length; k++) {
            int col = pivots[k];
            double less = factor * rightValue[steps][k];
            if (seen[col] == stamp) {
                values[r][(int) work[col]] -= less;
            } else {
                fill(r, col, -less);
            }
        }
        return factor;
    }

    private void fill(int r, int c, double value) {
        if (rowCount[r] == cols[r].length) {
            cols[r] = Arrays.copyOf(cols[r], 2 * rowCount[r] + 4);
            values[r] = Arrays.copyOf(values[r], 2 * rowCount[r] + 4);
        }
        cols[r][rowCount[r]] = c;
        values[r][rowCount[r]++] = value;
        unfile(c);
        if (colCount[c] == rows[c].length) {
            rows[c] = Arrays.copyOf(rows[c], 2 * colCount[c] + 4);
        }
        rows[c][colCount[c]++] = r;
        file(c);
    }

    private void turn() {
        var stepOf = new int[size];
        var count = new int[size];
        for (int k = 0; k < size; k++) {
            stepOf[pivotCol[k]] = k;
        }
        for (int[] some : right) {
            for (int c : some) {
                count[stepOf[c]]++;
            }
        }
        for (int k = 0; k < size; k++) {
            above[k] = new int[count[k]];
            aboveValue[k] = new double[count[k]];
            count[k] = 0;
        }
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < right[k].length; j++) {
                int to = stepOf[right[k][j]];
                above[to][count[to]] = pivotRow[k];
                aboveValue[to][count[to]++] = rightValue[k][j];
            }
        }
    }

    /** The vector by row becomes one by column: what the columns are to be multiplied with to give it. */
    void solve(double[] vector, double[] spare) {
        for (int k = 0; k < size; k++) {
            double t = vector[pivotRow[k]];
            if (t != 0) {
                for (int j = 0; j < lower[k].length; j++) {
                    vector[lower[k][j]] -= times[k][j] * t;
                }
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double t = vector[pivotRow[k]];
            if (t != 0) {
                t /= pivot[k];
                for (int j = 0; j < above[k].length; j++) {
                    vector[above[k][j]] -= aboveValue[k][j] * t;
                }
            }
            spare[pivotCol[k]] = t;
        }
        System.arraycopy(spare, 0, vector, 0, size);
    }

    /** The vector by column becomes one by row: the same with the transpose. */
    void solveTransposed(double[] vector, double[] spare) {
        for (int k = 0; k < size; k++) {
            double t = vector[pivotCol[k]];
            if (t != 0) {
                t /= pivot[k];
                for (int j = 0; j < right[k].length; j++) {
                    vector[right[k][j]] -= rightValue[k][j] * t;
                }
            }
            spare[pivotRow[k]] = t;
        }
        for (int k = size - 1; k >= 0; k--) {
            double t = spare[pivotRow[k]];
            for (int j = 0; j < lower[k].length; j++) {
                t -= times[k][j] * spare[lower[k][j]];
            }
            spare[pivotRow[k]] = t;
        }
        System.arraycopy(spare, 0, vector, 0, size);
    }
}
