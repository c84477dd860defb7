package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The linear programme over the ways known so far: each shipment goes by a mixture of its ways or stays, no departure takes more than it can.
 *
 * <p>A primal simplex that keeps one <em>key</em> column a shipment apart, so that its working inverse is only as large as the number of departures that
 * are full (Dantzig and Van Slyke, Generalized upper bounding techniques, 1967). Rows come in when they first block. Too much on a row is allowed at a rate
 * that rises from call to call, which keeps the prices from jumping. Starts warm when columns were added.
 */
final class MasterProgram {

    private static final double PIVOT = 1e-7;
    private static final double SLACK = 1e-7;
    private static final double PAYS = 1e-3;
    private static final int CHUNK = 128;
    /** Entries of the basis that take as long as a connection of the timetable. */
    private static final int ENTRIES = 20;
    /** Moves the limits apart, against ties. */
    private static final double APART = 1e-5;

    private final double[] limit;
    private final double[] use;
    /** By row: what one unit of it costs. */
    final double[] price;

    final List<List<Column>> columns = new ArrayList<>();
    final Column[] key;
    private final double[] keyShare;
    private final WorkingBasis basis;
    /** By row: what is left of its room; what of it is missing. Made when first met. */
    private final Column[] @Nullable [] logicals;

    private double[] rates = new double[64];
    /** By shipment: the rate at which its key falls; by row outside the basis: at which its use rises. */
    private final double[] keyRate;

    private final double[] useRate;
    private int[] touchedRows = new int[256];
    private int touchedRow;
    private final int[] touchedKeys;
    private int touchedKey;
    private final boolean[] rowSeen;
    private final boolean[] keySeen;
    private final int[] entryAt = new int[512];
    private final double[] entry = new double[512];
    private int cursor;
    private double rate;
    private long pivots;
    private long looked;
    /** What the steps took so far, in connections looked at; beyond the most no step is made. */
    long work;

    long most = Long.MAX_VALUE;

    MasterProgram(double[] limit, int shipments) {
        this.limit = limit.clone();
        for (int r = 0; r < limit.length; r++) {
            this.limit[r] += APART * (1 + r * 0x9E3779B1L % 1009 / 1009.0);
        }
        use = new double[limit.length];
        logicals = new Column[limit.length][];
        useRate = new double[limit.length];
        rowSeen = new boolean[limit.length];
        price = new double[limit.length];
        key = new Column[shipments];
        keyShare = new double[shipments];
        keyRate = new double[shipments];
        keySeen = new boolean[shipments];
        touchedKeys = new int[shipments];
        basis = new WorkingBasis(limit.length, key);
        for (int s = 0; s < shipments; s++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Each shipment on its first column; what is then too much is allowed at a rate. */
    void start(double missingRate) {
        rate = missingRate;
        Arrays.fill(use, 0);
        for (int s = 0; s < key.length; s++) {
            key[s] = columns.get(s).get(0);
            key[s].at = Column.KEY;
            keyShare[s] = 1;
            for (int k = 0; k < key[s].rows.length; k++) {
                use[key[s].rows[k]] += key[s].amounts[k];
            }
        }
        for (int r = 0; r < use.length; r++) {
            if (use[r] > limit[r]) {
                basis.extend(logical(r)[1], use[r] - limit[r]);
            }
        }
    }

    private Column[] logical(int r) {
        var both = logicals[r];
        if (both == null) {
            both = new Column[] {Column.ofRow(r, 1, 0), Column.ofRow(r, -1, rate)};
            logicals[r] = both;
        }
        return both;
    }

    double share(Column c) {
        return c.at == Column.OUT ? 0 : c.at == Column.KEY ? keyShare[c.shipment] : basis.value[c.at];
    }

    /** The rate of what is missing doubles where something is. True when something was. */
    boolean press() {
        boolean any = false;
        for (int p = 0; p < basis.size; p++) {
            if (basis.column[p].isMissing() && basis.value[p] > 10 * SLACK) {
                basis.column[p].cost *= 2;
                any = true;
            }
        }
        return any;
    }

    /** What the mixture costs. */
    double value() {
        double sum = 0;
        for (int s = 0; s < key.length; s++) {
            sum += key[s].cost * keyShare[s];
        }
        for (int p = 0; p < basis.size; p++) {
            sum += basis.column[p].cost * basis.value[p];
        }
        return sum;
    }

    /** To the best mixture of the columns there are; false when it took more steps than allowed. */
    boolean solve(int steps) {
        basis.shrink(0.01);
        reprice();
        for (int i = 0; i < steps && work < most; i++) {
            var in = entering();
            if (in == null) {
                return true;
            }
            pivot(in);
            pivots++;
            work += basis.work / ENTRIES + 2L * basis.size + touchedRow + 4L * touchedKey + looked / 2;
            looked = 0;
            basis.work = 0;
            if (pivots % 100 == 0) {
                reprice();
            }
        }
        return false;
    }

    private void reprice() {
        Arrays.fill(price, 0);
        var cost = new double[basis.size];
        for (int p = 0; p < basis.size; p++) {
            var c = basis.column[p];
            cost[p] = c.shipment < 0 ? c.cost : c.cost - key[c.shipment].cost;
        }
        basis.left(cost);
        for (int i = 0; i < basis.size; i++) {
            price[basis.row[i]] = -cost[i];
        }
    }

    private double reduced(Column c) {
        return c.shipment < 0 ? c.priced(price) : c.priced(price) - key[c.shipment].priced(price);
    }

    private @Nullable Column entering() {
        Column best = null;
        double least = -PAYS;
        for (int i = 0; i < basis.size; i++) {
            for (var one : logical(basis.row[i])) {
                double gain = one.at == Column.OUT ? reduced(one) : 0;
                if (gain < least) {
                    least = gain;
                    best = one;
                }
            }
        }
        for (int n = 0; n < key.length; n++) {
            if (best != null && n >= CHUNK) {
                break;
            }
            cursor = cursor + 1 < key.length ? cursor + 1 : 0;
            double of = key[cursor].priced(price);
            looked += columns.get(cursor).size();
            for (var one : columns.get(cursor)) {
                if (one.at == Column.OUT && one.priced(price) - of < least) {
                    least = one.priced(price) - of;
                    best = one;
                }
            }
        }
        return best;
    }

    private void pivot(Column in) {
        direction(in);
        double bound = Double.MAX_VALUE;
        for (int p = 0; p < basis.size; p++) {
            bound = rates[p] > PIVOT ? Math.min(bound, (basis.value[p] + SLACK) / rates[p]) : bound;
        }
        for (int k = 0; k < touchedKey; k++) {
            int s = touchedKeys[k];
            bound = keyRate[s] > PIVOT ? Math.min(bound, (keyShare[s] + SLACK) / keyRate[s]) : bound;
        }
        for (int k = 0; k < touchedRow; k++) {
            int r = touchedRows[k];
            boolean free = basis.index[r] < 0 && useRate[r] > PIVOT;
            bound = free ? Math.min(bound, (limit[r] - use[r] + SLACK) / useRate[r]) : bound;
        }
        leave(in, bound);
    }

    /** Of those that block by the bound, that which falls fastest gives way. */
    private void leave(Column in, double bound) {
        double fastest = 0;
        int position = -1;
        int row = -1;
        int shipment = -1;
        for (int p = 0; p < basis.size; p++) {
            if (rates[p] > Math.max(PIVOT, fastest) && basis.value[p] <= bound * rates[p]) {
                fastest = rates[p];
                position = p;
            }
        }
        for (int k = 0; k < touchedRow; k++) {
            int r = touchedRows[k];
            if (basis.index[r] < 0
                    && useRate[r] > Math.max(PIVOT, fastest)
                    && limit[r] - use[r] <= bound * useRate[r]) {
                fastest = useRate[r];
                row = r;
            }
        }
        for (int k = 0; k < touchedKey; k++) {
            int s = touchedKeys[k];
            if (keyRate[s] > Math.max(PIVOT, fastest) && keyShare[s] <= bound * keyRate[s]) {
                fastest = keyRate[s];
                shipment = s;
            }
        }
        if (shipment >= 0) {
            leaveKey(in, shipment);
        } else if (row >= 0) {
            int p = basis.extend(logical(row)[0], limit[row] - use[row]);
            room();
            rates[p] = useRate[row];
            step(in, p);
        } else if (position >= 0) {
            step(in, position);
        } else {
            throw new IllegalStateException("the programme has no end. Maybe a capacity is missing.");
        }
    }

    private void leaveKey(Column in, int s) {
        int other = -1;
        for (int p = 0; p < basis.size; p++) {
            if (basis.column[p].shipment == s && (other < 0 || basis.value[p] > basis.value[other])) {
                other = p;
            }
        }
        if (other < 0) {
            advance(Math.max(0, keyShare[s] / keyRate[s]));
            key[s].at = Column.OUT;
            key[s] = in;
            in.at = Column.KEY;
            keyShare[s] = 1;
            return;
        }
        basis.exchangeKey(other);
        double share = keyShare[s];
        keyShare[s] = basis.value[other];
        basis.value[other] = share;
        double falls = keyRate[s];
        keyRate[s] = rates[other];
        rates[other] = falls;
        step(in, other);
    }

    private void step(Column in, int p) {
        double length = Math.max(0, basis.value[p] / rates[p]);
        double gain = reduced(in);
        advance(length);
        basis.replace(p, in, rates);
        basis.value[p] = length;
        for (int i = 0; i < basis.size; i++) {
            price[basis.row[i]] -= gain * basis.line[i];
        }
    }

    private void advance(double length) {
        for (int p = 0; p < basis.size; p++) {
            basis.value[p] -= length * rates[p];
        }
        for (int k = 0; k < touchedKey; k++) {
            keyShare[touchedKeys[k]] -= length * keyRate[touchedKeys[k]];
        }
        for (int k = 0; k < touchedRow; k++) {
            use[touchedRows[k]] += length * useRate[touchedRows[k]];
        }
    }

    /** How everything moves when a column comes in. */
    private void direction(Column in) {
        for (int k = 0; k < touchedRow; k++) {
            useRate[touchedRows[k]] = 0;
            rowSeen[touchedRows[k]] = false;
        }
        for (int k = 0; k < touchedKey; k++) {
            keyRate[touchedKeys[k]] = 0;
            keySeen[touchedKeys[k]] = false;
        }
        touchedRow = 0;
        touchedKey = 0;
        room();
        int entries = entries(in, 1, 0);
        if (in.shipment >= 0) {
            entries = entries(key[in.shipment], -1, entries);
            move(in, 1);
        }
        basis.rates(entryAt, entry, entries, rates);
        for (int p = 0; p < basis.size; p++) {
            if (rates[p] != 0 && basis.column[p].shipment >= 0) {
                move(basis.column[p], -rates[p]);
            }
        }
    }

    private void room() {
        rates = rates.length < basis.row.length ? Arrays.copyOf(rates, basis.row.length) : rates;
    }

    private int entries(Column c, double sign, int from) {
        int count = from;
        for (int k = 0; k < c.rows.length; k++) {
            if (basis.index[c.rows[k]] >= 0) {
                entryAt[count] = basis.index[c.rows[k]];
                entry[count++] = sign * c.amounts[k];
            }
        }
        return count;
    }

    private void move(Column c, double by) {
        int s = c.shipment;
        keyRate[s] += by;
        if (!keySeen[s]) {
            keySeen[s] = true;
            touchedKeys[touchedKey++] = s;
        }
        uses(c, by);
        uses(key[s], -by);
    }

    private void uses(Column c, double by) {
        for (int k = 0; k < c.rows.length; k++) {
            int r = c.rows[k];
            useRate[r] += by * c.amounts[k];
            if (!rowSeen[r]) {
                rowSeen[r] = true;
                touchedRows =
                        touchedRow == touchedRows.length ? Arrays.copyOf(touchedRows, 2 * touchedRow) : touchedRows;
                touchedRows[touchedRow++] = r;
            }
        }
    }
}
