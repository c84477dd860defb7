package org.tongdao.loading;

/** How much of a block's surface would touch walls and blocks, were it put into one space. */
final class PackContact {

    private static final double TOUCHES_WITHIN = 0.02;

    private final PackProblem problem;
    private PackState state;
    private int x;
    private int y;
    private int z;
    private int x2;
    private int y2;
    private int z2;
    private boolean farX;
    private boolean farY;
    private boolean farZ;
    private int[] near = new int[64];
    private int count;

    @SuppressWarnings("NullAway.Init") // meet() comes first
    PackContact(PackProblem problem) {
        this.problem = problem;
    }

    /** Turns to one space of a load and to the corner of it that is meant. */
    void meet(PackState of, int[] at, int i, boolean farX, boolean farY, boolean farZ) {
        state = of;
        x = at[i];
        y = at[i + 1];
        z = at[i + 2];
        x2 = at[i + 3];
        y2 = at[i + 4];
        z2 = at[i + 5];
        this.farX = farX;
        this.farY = farY;
        this.farZ = farZ;
        count = 0;
        if (near.length < state.placedCount) {
            near = new int[2 * state.placedCount];
        }
        var box = state.placed;
        for (int j = 0; j < state.placedCount * PackState.SIX; j += PackState.SIX) {
            if (box[j] <= x2
                    && box[j + 3] >= x
                    && box[j + 1] <= y2
                    && box[j + 4] >= y
                    && box[j + 2] <= z2
                    && box[j + 5] >= z) {
                near[count++] = j;
            }
        }
    }

    double share(int dx, int dy, int dz) {
        int ax = farX ? x2 - dx : x;
        int ay = farY ? y2 - dy : y;
        int az = farZ ? z2 - dz : z;
        int bx = ax + dx;
        int by = ay + dy;
        int bz = az + dz;
        int tx = (int) (dx * TOUCHES_WITHIN);
        int ty = (int) (dy * TOUCHES_WITHIN);
        int tz = (int) (dz * TOUCHES_WITHIN);
        long sideX = (long) dy * dz;
        long sideY = (long) dx * dz;
        long sideZ = (long) dx * dy;
        boolean wallA = ax <= tx;
        boolean wallB = bx >= problem.length() - tx;
        boolean wallC = ay <= ty;
        boolean wallD = by >= problem.width() - ty;
        boolean wallE = az <= tz;
        boolean wallF = bz >= problem.height() - tz;
        long touching = (wallA ? sideX : 0)
                + (wallB ? sideX : 0)
                + (wallC ? sideY : 0)
                + (wallD ? sideY : 0)
                + (wallE ? sideZ : 0)
                + (wallF ? sideZ : 0);
        var box = state.placed;
        for (int n = 0; n < count; n++) {
            int j = near[n];
            int ox = Math.min(bx, box[j + 3]) - Math.max(ax, box[j]);
            int oy = Math.min(by, box[j + 4]) - Math.max(ay, box[j + 1]);
            int oz = Math.min(bz, box[j + 5]) - Math.max(az, box[j + 2]);
            if (oy > 0
                    && oz > 0
                    && (!wallA && box[j + 3] <= ax && ax - box[j + 3] <= tx
                            || !wallB && box[j] >= bx && box[j] - bx <= tx)) {
                touching += (long) oy * oz;
            } else if (ox > 0
                    && oz > 0
                    && (!wallC && box[j + 4] <= ay && ay - box[j + 4] <= ty
                            || !wallD && box[j + 1] >= by && box[j + 1] - by <= ty)) {
                touching += (long) ox * oz;
            } else if (ox > 0
                    && oy > 0
                    && (!wallE && box[j + 5] <= az && az - box[j + 5] <= tz
                            || !wallF && box[j + 2] >= bz && box[j + 2] - bz <= tz)) {
                touching += (long) ox * oy;
            }
        }
        return touching / (2.0 * (sideX + sideY + sideZ));
    }
}
