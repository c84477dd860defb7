package org.tongdao.loading;

/**
 * What blocks weigh and bear, as columns. Pressure is taken as the largest of any column of boxes, strength as the least: what passes here passes a judgement
 * box by box too.
 */
final class BlockLoads {

    private final PackCargo cargo;
    final long[] massG;
    /** On what lies below, in grams per square millimetre. */
    final double[] pressure;

    final double[] mostPressure;
    final int[] layers;
    final int[] layersOnTop;
    final int[] stop;
    /** Bits of the kinds in it, and of those that may not travel with them. */
    final long[] kinds;

    final long[] apart;

    BlockLoads(PackCargo cargo, int cap) {
        this.cargo = cargo;
        int n = cargo.weighs || cargo.bears || cargo.stops || cargo.kinds ? cap : 0;
        massG = new long[n];
        pressure = new double[n];
        mostPressure = new double[n];
        layers = new int[n];
        layersOnTop = new int[n];
        stop = new int[n];
        kinds = new long[n];
        apart = new long[n];
    }

    /** Whether the lowest box of a column bears the others. */
    boolean bearsItself(int t, int[] box, int nz) {
        return !cargo.bears
                || nz == 1
                || (nz - 1) * cargo.massG[t] <= cargo.mostOnTopG[t] && nz - 1 <= cargo.layersOnTop[t];
    }

    void grid(int at, int t, int[] box, int nz, int n) {
        if (massG.length == 0) {
            return;
        }
        int base = box[0] * box[1];
        double one = (double) cargo.massG[t] / base;
        massG[at] = n * cargo.massG[t];
        pressure[at] = nz * one;
        mostPressure[at] = cargo.mostPressure(t, base) - (nz - 1) * one;
        layers[at] = nz;
        layersOnTop[at] = cargo.layersOnTop[t] == Integer.MAX_VALUE ? Integer.MAX_VALUE : cargo.layersOnTop[t] - nz + 1;
        stop[at] = cargo.stop[t];
        kinds[at] = 1L << cargo.kind[t];
        apart[at] = cargo.apart[cargo.kind[t]];
    }

    boolean bears(int below, int above) {
        return !cargo.bears || pressure[above] <= mostPressure[below] && layers[above] <= layersOnTop[below];
    }

    void join(int at, int a, int b, boolean stacked) {
        if (massG.length == 0) {
            return;
        }
        massG[at] = massG[a] + massG[b];
        stop[at] = stop[a];
        kinds[at] = kinds[a] | kinds[b];
        apart[at] = apart[a] | apart[b];
        if (stacked) {
            pressure[at] = pressure[a] + pressure[b];
            mostPressure[at] = Math.min(mostPressure[b], mostPressure[a] - pressure[b]);
            layers[at] = layers[a] + layers[b];
            layersOnTop[at] = Math.min(layersOnTop[b], less(layersOnTop[a], layers[b]));
        } else {
            pressure[at] = Math.max(pressure[a], pressure[b]);
            mostPressure[at] = Math.min(mostPressure[a], mostPressure[b]);
            layers[at] = Math.max(layers[a], layers[b]);
            layersOnTop[at] = Math.min(layersOnTop[a], layersOnTop[b]);
        }
    }

    private static int less(int layers, int by) {
        return layers == Integer.MAX_VALUE ? layers : layers - by;
    }
}
