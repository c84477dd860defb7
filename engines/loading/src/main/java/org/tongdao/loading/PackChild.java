package org.tongdao.loading;

import org.jspecify.annotations.Nullable;

/** A partial load not yet built: its parent, the space and the block that is to go there, and what became of it when it was completed. */
final class PackChild {

    final PackState parent;
    final int space;
    final int block;
    /** Worth of the greedy completion, below zero while there is none. */
    double completed = -1;

    /** The completion, kept when it was better than the best before. */
    @Nullable
    PackState done;

    PackChild(PackState parent, int space, int block) {
        this.parent = parent;
        this.space = space;
        this.block = block;
    }
}
