package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether each box at the bottom of a block would stand on enough of what is below and not tip, where a part of the base is enough. */
final class PackSupport {

    private final Blocks blocks;
    private final double least;
    private final @Nullable List<PackPlan.Place>[] bottoms;

    @SuppressWarnings("unchecked")
    PackSupport(Blocks blocks, double least) {
        this.blocks = blocks;
        this.least = least;
        this.bottoms = least > 0 ? new List[blocks.dx.length] : new List[0];
    }

    boolean isFree() {
        return least <= 0;
    }

    boolean bears(PackState state, int block, int x, int y, int z) {
        if (z == 0) {
            return true;
        }
        for (var box : bottom(block)) {
            if (!stands(state, x + box.x(), y + box.y(), z, box)) {
                return false;
            }
        }
        return true;
    }

    private List<PackPlan.Place> bottom(int block) {
        var known = bottoms[block];
        if (known == null) {
            var all = new ArrayList<PackPlan.Place>();
            blocks.unfold(block, 0, 0, 0, all);
            all.removeIf(p -> p.z() > 0);
            known = all;
            bottoms[block] = known;
        }
        return known;
    }

    /** Enough of its base is borne, and the centre of the base is within the rectangle around what bears it, so that the box does not tip. */
    private boolean stands(PackState state, int x, int y, int z, PackPlan.Place box) {
        int toX = x + box.dx();
        int toY = y + box.dy();
        int left = toX;
        int right = x;
        int near = toY;
        int far = y;
        long area = 0;
        var at = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int j = p * PackState.SIX;
            if (at[j + 5] == z) {
                int block = state.blocks[p];
                int fromOverX = Math.max(x, at[j]);
                int toOverX = Math.min(toX, at[j] + blocks.topX[block]);
                int fromOverY = Math.max(y, at[j + 1]);
                int toOverY = Math.min(toY, at[j + 1] + blocks.topY[block]);
                if (toOverX > fromOverX && toOverY > fromOverY) {
                    area += (long) (toOverX - fromOverX) * (toOverY - fromOverY);
                    left = Math.min(left, fromOverX);
                    right = Math.max(right, toOverX);
                    near = Math.min(near, fromOverY);
                    far = Math.max(far, toOverY);
                }
            }
        }
        boolean centred = 2 * left < x + toX && x + toX < 2 * right && 2 * near < y + toY && y + toY < 2 * far;
        return centred && area >= least * box.dx() * box.dy();
    }
}
