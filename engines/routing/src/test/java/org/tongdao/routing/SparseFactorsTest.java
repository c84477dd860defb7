package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** What the triangles give is what the matrix takes back. */
class SparseFactorsTest {

    /** About so many entries a row beside the diagonal, which alone need not be large. */
    private static double[][] matrix(SplittableRandom random, int size, int beside) {
        var order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        var matrix = new double[size][size];
        for (int r = 0; r < size; r++) {
            matrix[r][order[r]] = random.nextBoolean() ? 1 : -1.5;
            for (int k = random.nextInt(2 * beside + 1); k > 0; k--) {
                matrix[r][random.nextInt(size)] += random.nextInt(-3, 4) * 0.5;
            }
        }
        return matrix;
    }

    static SparseFactors factors(double[][] matrix) {
        int size = matrix.length;
        var cols = new int[size][];
        var values = new double[size][];
        var count = new int[size];
        for (int r = 0; r < size; r++) {
            cols[r] = new int[size];
            values[r] = new double[size];
            for (int c = 0; c < size; c++) {
                if (matrix[r][c] != 0) {
                    cols[r][count[r]] = c;
                    values[r][count[r]++] = matrix[r][c];
                }
            }
        }
        return new SparseFactors(cols, values, count);
    }

    private static double[] vector(SplittableRandom random, int size) {
        var vector = new double[size];
        Arrays.setAll(vector, i -> random.nextInt(3) == 0 ? random.nextInt(-9, 10) : 0);
        return vector;
    }

    @Test
    void solvingGivesWhatTheMatrixTakesBackAlsoTransposed() {
        int solved = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = Dice.of(seed, "factors");
            var matrix = matrix(random, 1 + random.nextInt(60), 1 + random.nextInt(3));
            int size = matrix.length;
            SparseFactors factors;
            try {
                factors = factors(matrix);
            } catch (ArithmeticException e) {
                continue; // drawn without an inverse
            }
            var right = vector(random, size);
            var x = right.clone();
            factors.solve(x, new double[size]);
            var y = right.clone();
            factors.solveTransposed(y, new double[size]);
            double large = Arrays.stream(x).map(Math::abs).max().orElse(0)
                    + Arrays.stream(y).map(Math::abs).max().orElse(0);
            if (large > 1e6) {
                continue; // hardly an inverse
            }
            solved++;
            for (int i = 0; i < size; i++) {
                double byRow = 0;
                double byColumn = 0;
                for (int k = 0; k < size; k++) {
                    byRow += matrix[i][k] * x[k];
                    byColumn += matrix[k][i] * y[k];
                }
                assertThat(byRow).as("matrix %d row %d", seed, i).isCloseTo(right[i], within(1e-6 * (1 + large)));
                assertThat(byColumn).as("matrix %d column %d", seed, i).isCloseTo(right[i], within(1e-6 * (1 + large)));
            }
        }
        assertThat(solved).isGreaterThan(120);
    }

    @Test
    void aTriangleInAnyOrderIsFilledByNothing() {
        int size = 40;
        var matrix = new double[size][size];
        int entries = 0;
        for (int r = 0; r < size; r++) {
            for (int c = r; c < size; c += 1 + r % 4) {
                matrix[(r * 7) % size][(c * 11) % size] = r == c ? 2 : 1;
                entries++;
            }
        }
        assertThat(factors(matrix).filled).isEqualTo(entries);
    }

    @Test
    void columnsThatHangOnOthersAreRefused() {
        assertThatThrownBy(() -> factors(new double[][] {{1, 2}, {2, 4}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("hang together");
        assertThatThrownBy(() -> factors(new double[][] {{0, 0}, {0, 1}})).isInstanceOf(ArithmeticException.class);
        var none = new double[0];
        factors(new double[0][0]).solve(none, none);
    }
}
