package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether each box at the bottom of a block would stand on enough of what is below, where a part of the base is enough. */
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
            if (borne(state, x + box.x(), y + box.y(), z, box) < least * box.dx() * box.dy()) {
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

    private long borne(PackState state, int x, int y, int z, PackPlan.Place box) {
        long area = 0;
        var at = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int j = p * PackState.SIX;
            int block = state.blocks[p];
            if (at[j + 5] == z) {
                int overX = Math.min(x + box.dx(), at[j] + blocks.topX[block]) - Math.max(x, at[j]);
                int overY = Math.min(y + box.dy(), at[j + 1] + blocks.topY[block]) - Math.max(y, at[j + 1]);
                area += overX > 0 && overY > 0 ? (long) overX * overY : 0;
            }
        }
        return area;
    }
}
