package org.tongdao.loading;

/** The space for which blocks are being ranked; its lengths are the whole units of the problem that fit into it. */
final class PackRoom {

    /** Where its corners begin in the list of spaces. */
    int at;

    int x;
    int y;
    int z;
    double volume;
    /** What one cubic unit is of the volume. */
    double share;

    void turnTo(int[] corners, int i, int unit) {
        at = i;
        int dx = corners[i + 3] - corners[i];
        int dy = corners[i + 4] - corners[i + 1];
        int dz = corners[i + 5] - corners[i + 2];
        x = dx / unit;
        y = dy / unit;
        z = dz / unit;
        volume = (double) dx * dy * dz;
        share = (double) unit * unit * unit / volume;
    }
}
